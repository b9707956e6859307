import type { AuditFilters, AuditRow, DisclosureFilters } from '../../shared/contract/audit.ts'
import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList, type ListColumn } from '../workbooks/exportList.ts'
import { auditHead } from './auditHead.ts'
import { fingerprintOf } from './fingerprint.ts'
import { listDisclosures } from './listDisclosures.ts'
import { entriesThat, inWords } from './listEntries.ts'
import { dateWords } from './words/dateWords.ts'

type Asked<Filters> = QueryCall<Filters & { language: Language; disclosure: Disclosure }> & LongWork

/** Rows read at a time; other calls run in between. */
const batch = 1000

/** The filters that both lists have, in words. */
async function filtersInWords(
  db: Pick<Reader, 'selectFrom'>,
  filters: Pick<AuditFilters, 'accountId' | 'learnerId' | 'from' | 'to'>,
  language: Language,
  t: Translate,
): Promise<string[]> {
  const said: string[] = []
  const { accountId, learnerId, from, to } = filters
  if (accountId !== null) {
    const person = await db
      .selectFrom('accounts')
      .select('name')
      .where('id', '=', accountId)
      .executeTakeFirst()
    said.push(t('audit.filters.person', { value: person?.name ?? t('audit.gone') }))
  }
  if (learnerId !== null) said.push(t('audit.filters.learner'))
  if (from !== null) said.push(t('audit.filters.from', { value: dateWords(from, language) }))
  if (to !== null) said.push(t('audit.filters.to', { value: dateWords(to, language) }))
  return said
}

/** What an entry says as one text, a line for each field. */
export const changesText = ({ changes, isErased }: AuditRow, t: Translate): string =>
  isErased
    ? t('audit.contentsErased')
    : changes
        .map(({ field, before, after }) =>
          before === null ? `${field}: ${after ?? '–'}` : `${field}: ${before} → ${after ?? '–'}`,
        )
        .join('\n')

/** The record of changes as filtered, the newest first, with the fingerprint of all of it. */
export async function exportEntries(call: Asked<AuditFilters>): Promise<FileTicket> {
  const { db, input, progress } = call
  const { language, disclosure, subject, kind } = input
  const t = translator(language)
  const head = await auditHead(db)
  const entries = await entriesThat(db, input).selectAll().orderBy('id', 'desc').execute()
  const rows: AuditRow[] = []
  for (let start = 0; start < entries.length; start += batch) {
    rows.push(...(await inWords(db, entries.slice(start, start + batch), language)))
    await progress('readingRows', rows.length, entries.length)
  }
  const column = (key: string, kindOf: ListColumn['kind'], width: number): ListColumn => ({
    ...{ heading: t(`audit.columns.${key}`), kind: kindOf, width },
  })
  const text = input.text.trim()
  return exportList(call, {
    ...{ language, disclosure, method: 'audit.export', content: 'recordOfChanges' },
    fileName: t('audit.fileName'),
    title: t('audit.title'),
    columns: [
      column('number', 'number', 10),
      column('at', 'text', 22),
      column('who', 'text', 22),
      column('action', 'text', 34),
      column('about', 'text', 28),
      column('changes', 'text', 70),
    ],
    rows: rows.map((row) => [
      row.entryId,
      dateWords(row.at, language),
      row.who,
      row.action,
      row.about,
      changesText(row, t),
    ]),
    learnerIds: rows.flatMap(({ learnerId }) => (learnerId === null ? [] : [learnerId])),
    filters: [
      ...(await filtersInWords(db, input, language, t)),
      ...(kind === null ? [] : [t('audit.filters.kind', { value: t(`audit.kinds.${kind}`) })]),
      ...(subject === null ? [] : [t('audit.filters.subject', { value: t(`audit.subjects.${subject}`) })]),
    ],
    search: text === '' ? null : t('audit.filters.text', { value: text }),
    facts: [{ label: t('audit.fingerprint'), value: fingerprintOf(head) }],
  })
}

/** The record of disclosures as filtered, the newest first. */
export async function exportDisclosures(call: Asked<DisclosureFilters>): Promise<FileTicket> {
  const { db, input } = call
  const { language, disclosure, audience } = input
  const t = translator(language)
  const { rows } = await listDisclosures(db, { ...input, offset: 0, limit: Number.MAX_SAFE_INTEGER })
  const column = (key: string, width: number, kindOf: ListColumn['kind'] = 'text'): ListColumn => ({
    ...{ heading: t(`audit.disclosureColumns.${key}`), kind: kindOf, width },
  })
  const text = input.text.trim()
  return exportList(call, {
    ...{ language, disclosure, method: 'audit.exportDisclosures', content: 'disclosures' },
    fileName: t('audit.disclosuresFile'),
    title: t('audit.disclosuresTitle'),
    columns: [
      column('at', 22),
      column('who', 22),
      column('content', 30),
      column('format', 14),
      column('filters', 40),
      column('learners', 10, 'number'),
      column('audience', 26),
      column('recipient', 30),
      column('purpose', 36),
      column('note', 36),
    ],
    rows: rows.map((row) => [
      dateWords(row.at, language),
      row.who,
      t(`words.disclosedContents.${row.content}`),
      t(`words.disclosureFormats.${row.format}`),
      row.filters.join('\n'),
      row.learnerCount,
      t(`words.disclosureAudiences.${row.audience}`),
      row.recipient,
      row.purpose && t(`words.disclosurePurposes.${row.purpose}`),
      row.note,
    ]),
    learnerIds: [],
    filters: [
      ...(await filtersInWords(db, input, language, t)),
      ...(audience === null
        ? []
        : [t('audit.filters.audience', { value: t(`words.disclosureAudiences.${audience}`) })]),
    ],
    search: text === '' ? null : t('audit.filters.text', { value: text }),
  })
}
