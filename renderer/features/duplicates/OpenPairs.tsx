import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { DuplicatePair } from '../../../shared/contract/duplicates.ts'
import { mayMerge } from '../../../shared/contract/merges.ts'
import { decidingEvidence, type DecidingEvidence } from '../../../shared/rules/duplicateReasons.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SuccessIcon } from '../../ui/icons.ts'
import { offsetWithin, Pager } from '../../ui/Pager.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { mergePath } from '../merges/mergePaths.ts'
import styles from './Duplicates.module.css'
import { pairKey, PairList } from './PairList.tsx'
import { PairPanel } from './PairPanel.tsx'
import { useTellApart } from './useTellApart.ts'

/** As many as one goes through in a sitting; the page stays quick with thousands. */
const pageSize = 50

interface OpenPairsProps {
  evidence: DecidingEvidence | null
  onEvidence: (evidence: DecidingEvidence | null) => void
}

/** The pairs that wait for an answer: gone through by keyboard, the one in hand side by side. */
export function OpenPairs({ evidence, onEvidence }: OpenPairsProps) {
  const { t } = useTranslation('duplicates')
  const say = useFailureText()
  const [, navigate] = useLocation()
  const mayAnswer = useMay(...mayMerge)
  const { tellApart, isAnswering } = useTellApart()
  const [asked, setOffset] = useState(0)
  const [shown, setShown] = useState({ key: '', place: 0 })
  const { data, error, refetch } = useQuery(
    api.duplicates.list.queryOptions({
      input: { evidence, offset: asked, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />

  const offset = offsetWithin(asked, pageSize, data.total)
  // The last pair of the last page may just have been answered.
  if (offset !== asked) setOffset(offset)
  const { rows, counts } = data
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (all === 0) {
    return (
      <EmptyState title={t('noneOpen')} icon={SuccessIcon}>
        {t('noneOpenHint')}
      </EmptyState>
    )
  }
  // An answered pair is gone: the one that took its place comes next.
  const pair = rows.find((row) => pairKey(row) === shown.key) ?? rows[Math.min(shown.place, rows.length - 1)]
  const show = (key: string) => setShown({ key, place: rows.findIndex((row) => pairKey(row) === key) })
  const one = ({ first, second }: DuplicatePair) => navigate(mergePath(first.id, second.id))
  const answers =
    mayAnswer && pair
      ? {
          onOne: () => one(pair),
          onTwo: () => {
            show(pairKey(pair))
            tellApart(pair)
          },
        }
      : {}
  return (
    <div className={styles.screen}>
      <div className={styles.side}>
        <Select
          label={t('filter')}
          options={[
            { id: 'everything', label: t('everything', { count: all }) },
            ...decidingEvidence
              .filter((id) => (counts[id] ?? 0) > 0 || id === evidence)
              .map((id) => ({
                id,
                label: t('evidenceCount', {
                  evidence: t(`core:words.duplicateEvidence.${id}`),
                  count: counts[id] ?? 0,
                }),
              })),
          ]}
          value={evidence ?? 'everything'}
          onChange={(value) => {
            onEvidence(value === 'everything' ? null : value)
            setOffset(0)
            setShown({ key: '', place: 0 })
          }}
        />
        {pair && <PairList rows={rows} shownKey={pairKey(pair)} onShow={show} {...answers} />}
        <Pager offset={offset} pageSize={pageSize} total={data.total} onChange={setOffset} />
        <p className={styles.under}>{t(mayAnswer ? 'keys' : 'keysReading')}</p>
      </div>
      {pair ? (
        <PairPanel pair={pair} isAnswering={isAnswering} {...answers} />
      ) : (
        <EmptyState title={t('noneOfThese')} icon={SuccessIcon} />
      )}
    </div>
  )
}
