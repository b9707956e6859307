import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useMoment } from '../imports/useMoment.ts'
import styles from './Audit.module.css'
import { ChangeList } from './ChangeList.tsx'

/** Entries in sight before more are asked for, and how many more come at a time. */
const firstShown = 5
const moreShown = 50

function Entries({ learnerId }: { learnerId: number }) {
  const { t, i18n } = useTranslation('audit')
  const say = useFailureText()
  const moment = useMoment()
  const [limit, setLimit] = useState(firstShown)
  const input = { learnerId, language: i18n.resolvedLanguage as Language, limit }
  const entries = useQuery({
    ...api.audit.ofLearner.queryOptions({ input }),
    placeholderData: (shown) => shown,
  })
  if (entries.error) {
    const { message } = say(failureFrom(entries.error))
    return <ErrorState message={message} onRetry={() => void entries.refetch()} />
  }
  if (!entries.data) return <Skeleton lines={5} />
  const { rows, total } = entries.data
  return (
    <>
      <ol className={styles.entries}>
        {rows.map((row) => (
          <li key={row.key} className={styles.entry}>
            <div className={styles.entryHead}>
              <strong>{row.action}</strong>
              <time dateTime={row.at} className={styles.quiet}>
                {moment(row.at)} · {row.who}
              </time>
            </div>
            <ChangeList row={row} />
          </li>
        ))}
      </ol>
      {total > rows.length && (
        <Button
          variant="quiet"
          isPending={entries.isPlaceholderData}
          onPress={() => setLimit(Math.min(500, rows.length + moreShown))}
        >
          {t('learner.more', { count: total - rows.length })}
        </Button>
      )}
    </>
  )
}

/** Who changed the learner's record, imported into it or handed it out, for those who answer for it. */
export function LearnerRecordCard({ learnerId }: { learnerId: number }) {
  const { t } = useTranslation('audit')
  const [isOpen, setOpen] = useState(false)
  if (!useMay('administrator', 'director', 'coordinator')) return null
  return (
    <Card title={t('learner.title')}>
      {isOpen ? (
        <Entries learnerId={learnerId} />
      ) : (
        <Button variant="quiet" onPress={() => setOpen(true)}>
          {t('learner.show')}
        </Button>
      )}
    </Card>
  )
}
