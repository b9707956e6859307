import type { AuditChange } from '../../../shared/contract/audit.ts'
import { hasText } from '../../texts/translator.ts'
import { valueWords, type Words } from './valueWords.ts'

type Fields = Readonly<Record<string, unknown>>

/** What the program needs beside the contents, and nobody reads. */
const unsaid = new Set([
  'id',
  'learnerId',
  'otherLearnerId',
  'memberId',
  'meetingId',
  'trackVersionId',
  'importId',
  'recordedBy',
  'recordedAt',
  'createdAt',
  'updatedAt',
  'foldedName',
  'fingerprint',
  'rowsHash',
  'emptiedRows',
  'learnersHash',
  'disclosures',
  'method',
])

const isLocalText = (value: object) => 'en' in value && 'es' in value

/** Groups of fields inside a record (lessons, counts) as fields of their own. */
function flat(fields: Fields | null): Fields {
  const entries = Object.entries(fields ?? {}).flatMap(([field, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isLocalText(value)
      ? Object.entries(flat(value as Fields))
      : [[field, value]],
  )
  return Object.fromEntries(entries)
}

/** `windowMonths` without a text of its own is read as `window months`. */
const fieldWords = (field: string, { t, language }: Words) =>
  hasText(`audit.fields.${field}`, language)
    ? t(`audit.fields.${field}`)
    : field.replace(/([A-Z])/g, ' $1').toLowerCase()

const parsed = (json: string | null) => (json === null ? null : (JSON.parse(json) as Fields))

/** What an entry says, field by field: only what differs, and for a new record what it holds. */
export function changeWords(before: string | null, after: string | null, words: Words): AuditChange[] {
  const [was, is] = [parsed(before), parsed(after)]
  const [old, next] = [flat(was), flat(is)]
  const fields = new Set([...Object.keys(old), ...Object.keys(next)])
  return [...fields].flatMap((field): AuditChange[] => {
    if (unsaid.has(field)) return []
    // A change names the fields it touches; the others stayed as they were.
    if (was !== null && is !== null && !(field in next)) return []
    if (JSON.stringify(old[field] ?? null) === JSON.stringify(next[field] ?? null)) return []
    const said = {
      before: valueWords(field, old[field], words),
      after: valueWords(field, next[field], words),
    }
    if (said.before === null && said.after === null) return []
    const isDetail = said.before === said.after
    return [
      {
        field: fieldWords(field, words),
        before: said.before,
        after: isDetail ? words.t('audit.detailsChanged', { names: said.after }) : said.after,
      },
    ]
  })
}
