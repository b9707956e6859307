import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastMerge } from '../../../shared/contract/merges.ts'
import { api, failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { learnerPath } from '../learners/learnerPaths.ts'
import styles from './Merges.module.css'
import { UnmergeDialog } from './UnmergeDialog.tsx'
import { useMergeWords } from './useMergeWords.ts'

const mostShown = 500

/** The merges that stand, the newest first, each with the way back. */
export function PastMerges() {
  const { t } = useTranslation('merges')
  const say = useFailureText()
  const { personText, moment } = useMergeWords()
  const [open, setOpen] = useState<PastMerge | null>(null)
  const merges = useQuery(api.merges.list.queryOptions({ input: { limit: mostShown } }))
  if (merges.error && !merges.data)
    return (
      <ErrorState message={say(failureFrom(merges.error)).message} onRetry={() => void merges.refetch()} />
    )
  if (!merges.data) return <Skeleton lines={6} />
  const { total, rows } = merges.data
  return (
    <>
      {total === 0 ? (
        <EmptyState title={t('past.none')}>{t('past.noneHint')}</EmptyState>
      ) : (
        <SimpleTable
          caption={t('past.title')}
          rows={rows}
          rowKey={({ mergeId }) => mergeId}
          columns={[
            {
              ...{ id: 'kept', label: t('keptRecord'), isRowHeader: true },
              cell: ({ kept }) => <Link href={`#${learnerPath(kept.learnerId)}`}>{personText(kept)}</Link>,
            },
            { id: 'other', label: t('otherRecord'), cell: ({ other }) => personText(other) },
            { id: 'when', label: t('past.when'), cell: ({ mergedAt }) => moment(mergedAt) },
            { id: 'who', label: t('past.who'), cell: ({ mergedByName }) => mergedByName },
            {
              id: 'apart',
              label: t('past.apart'),
              cell: (merge) =>
                merge.isNewest ? (
                  <Button isSmall onPress={() => setOpen(merge)}>
                    {t('takeApart')}
                  </Button>
                ) : (
                  t('past.laterFirst')
                ),
            },
          ]}
        />
      )}
      {total > rows.length && (
        <p className={styles.quiet}>{t('past.more', { count: total - rows.length })}</p>
      )}
      {open && <UnmergeDialog merge={open} onClose={() => setOpen(null)} />}
    </>
  )
}
