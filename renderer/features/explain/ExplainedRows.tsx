import { useTranslation } from 'react-i18next'
import type { ExplainedRow } from '../../../shared/contract/explanation.ts'
import { listName } from '../../../shared/values/names.ts'
import { Link } from '../../ui/Link.tsx'
import { OriginMark } from '../origins/OriginMark.tsx'
import styles from './Explain.module.css'
import { useExplainedWords } from './useExplainedWords.ts'

const paths = {
  attendance: (id: number) => `#/classes/${id}/attendance`,
  class: (id: number) => `#/classes/${id}`,
  cohort: (id: number) => `#/cohorts/${id}`,
  import: (id: number) => `#/files/${id}`,
} as const

const nameOf = ({ learner, record }: ExplainedRow) => (learner ? listName(learner) : (record?.name ?? ''))

function RowName({ learner, record }: ExplainedRow) {
  if (learner) return <Link href={`#/learners/${learner.learnerId}`}>{listName(learner)}</Link>
  return record && <Link href={paths[record.screen](record.recordId)}>{record.name}</Link>
}

/** The people or records behind a number, each with the values that make it count. */
export function ExplainedRows({ rows }: { rows: readonly ExplainedRow[] }) {
  const { t } = useTranslation('explain')
  const words = useExplainedWords()
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <span className={styles.name}>
            <span>
              <RowName {...row} />
              {row.sources.map(({ subject, subjectId }) => (
                <OriginMark
                  key={`${subject} ${subjectId}`}
                  subject={subject}
                  subjectId={subjectId}
                  name={t(`records.${subject}`, { name: nameOf(row) })}
                />
              ))}
            </span>
            {row.adds !== null && <span>{t('hours', { hours: words.number(row.adds) })}</span>}
          </span>
          <span className={styles.quiet}>
            {[row.learner?.studentId, ...row.facts.map(words.fact)].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
