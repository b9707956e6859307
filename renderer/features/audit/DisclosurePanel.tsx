import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisclosureRow } from '../../../shared/contract/audit.ts'
import { api, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Link } from '../../ui/Link.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useMoment } from '../imports/useMoment.ts'
import styles from './Audit.module.css'

/** As many as a panel holds well; the rest are counted. */
const firstShown = 100

function Learners({ disclosureId }: { disclosureId: number }) {
  const { t } = useTranslation('audit')
  const say = useFailureText()
  const headingId = useId()
  const input = { disclosureId, limit: firstShown }
  const learners = useQuery(api.audit.disclosedLearners.queryOptions({ input }))
  if (learners.error) {
    const { message } = say(failureFrom(learners.error))
    return <ErrorState message={message} onRetry={() => void learners.refetch()} />
  }
  if (!learners.data) return <Skeleton lines={4} />
  const { rows, total } = learners.data
  if (total === 0) return <p className={styles.quiet}>{t('disclosures.nobody')}</p>
  return (
    <section className={styles.stack} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {t('disclosures.people', { count: total })}
      </h3>
      <ul className={styles.people}>
        {rows.map(({ learnerId, name }) => (
          <li key={learnerId}>
            <Link href={`#/learners/${learnerId}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <p className={styles.quiet}>{t('disclosures.more', { count: total - rows.length })}</p>
      )}
    </section>
  )
}

/** One export or print, beside the list, with whose data was in it. */
export function DisclosurePanel({ row, onClose }: { row: DisclosureRow | null; onClose: () => void }) {
  const { t } = useTranslation('audit')
  const moment = useMoment()
  return (
    <SidePanel
      isOpen={row !== null}
      onClose={onClose}
      title={row ? t(`core:words.disclosedContents.${row.content}`) : ''}
      subtitle={row && moment(row.at)}
    >
      {row && (
        <>
          <KeyValueList
            items={[
              { label: t('columns.who'), value: row.who },
              { label: t('columns.format'), value: t(`core:words.disclosureFormats.${row.format}`) },
              {
                label: t('columns.recipient'),
                value: row.recipient ?? t(`core:words.disclosureAudiences.${row.audience}`),
              },
              {
                label: t('columns.purpose'),
                value: row.purpose && t(`core:words.disclosurePurposes.${row.purpose}`),
              },
              { label: t('columns.note'), value: row.note },
              { label: t('columns.filters'), value: row.filters.join('; ') },
            ]}
          />
          <Learners disclosureId={row.id} />
        </>
      )}
    </SidePanel>
  )
}
