import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { RecordOrigins, ValueOrigin } from '../../../shared/contract/origins.ts'
import type { OriginSubject } from '../../../shared/values/origins.ts'
import { api, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useMayReadFiles } from '../imports/importRoles.ts'
import { useImportWords } from '../imports/useImportWords.ts'
import { useMoment } from '../imports/useMoment.ts'
import styles from './Origins.module.css'

interface OriginWordsProps {
  subject: OriginSubject
  subjectId: number
  /** The fields to tell of; left out, all of the record. */
  fields?: readonly string[]
}

interface Told {
  readonly origin: ValueOrigin
  readonly fields: readonly string[]
}

/** Values of one origin together, in the order of the record. */
function told({ record, fields }: RecordOrigins, wanted: readonly string[] | undefined): Told[] {
  const shown = wanted ? fields.filter(({ field }) => wanted.includes(field)) : fields
  if (shown.length === 0) return [{ origin: record, fields: [] }]
  const groups = Map.groupBy(shown, ({ origin }) => JSON.stringify(origin))
  return [...groups.values()].map((group) => ({
    origin: group[0]!.origin,
    fields: [...new Set(group.map(({ field, value }) => (field === 'phone' ? value : field)))],
  }))
}

/** Where the values of a record come from, in words, with the way to the row of the file. */
export function OriginWords({ subject, subjectId, fields }: OriginWordsProps) {
  const { t } = useTranslation('origins')
  const say = useFailureText()
  const { data, error, refetch } = useQuery(api.origins.of.queryOptions({ input: { subject, subjectId } }))
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={2} />
  const groups = told(data, fields)
  return (
    <ul className={styles.origins}>
      {groups.map((group) => (
        <li key={group.fields.join()}>
          {groups.length > 1 && <FieldNames subject={subject} fields={group.fields} />}
          <OriginSentence origin={group.origin} />
        </li>
      ))}
      {groups.some(({ origin }) => origin.kind === 'sample') && (
        <li className={styles.quiet}>{t('sampleNote')}</li>
      )}
    </ul>
  )
}

function FieldNames({ subject, fields }: { subject: OriginSubject; fields: readonly string[] }) {
  const { t, i18n } = useTranslation('origins')
  const { fieldName } = useImportWords()
  const names = fields.map((field) => {
    if (/^\W*\d/.test(field)) return field
    if (field === 'status' && subject === 'learner') return t('status')
    return i18n.exists(`imports:fields.${field}`) ? fieldName(field) : t(`fields.${field}`)
  })
  return <p className={styles.fields}>{names.join(', ')}</p>
}

function OriginSentence({ origin }: { origin: ValueOrigin }) {
  const { t } = useTranslation('origins')
  const moment = useMoment()
  const mayRead = useMayReadFiles()
  if (origin.kind !== 'file') {
    const when = origin.kind === 'typed' ? { who: origin.byName, when: moment(origin.at) } : {}
    return <p>{t(`kinds.${origin.kind}`, when)}</p>
  }
  const { importId, fileName, sheetName, rowNumber, at, byName } = origin
  const where = t(sheetName === null ? 'row' : 'sheetAndRow', {
    file: fileName,
    sheet: sheetName,
    row: rowNumber,
  })
  return (
    <>
      <p>{mayRead ? <Link href={`#/files/${importId}/row/${rowNumber}`}>{where}</Link> : where}</p>
      <p className={styles.quiet}>{t('broughtIn', { who: byName, when: moment(at) })}</p>
    </>
  )
}
