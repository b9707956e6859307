import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExplainedGroup, Explanation } from '../../../shared/contract/explanation.ts'
import { api, failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { definitionKeys } from './definitions.ts'
import styles from './Explain.module.css'
import { ExplainedRows } from './ExplainedRows.tsx'
import type { NumberAsked, NumberToOpen } from './numberToOpen.ts'
import { useExplainedWords } from './useExplainedWords.ts'

/** Read at a time; more come on request. */
const rowsAtATime = 50

function useExplanation({ explain, input }: NumberAsked, group: ExplainedGroup | null) {
  // Each of them answers in the same shape; only what they are asked differs.
  const explainer = api.explain[explain] as typeof api.explain.learners
  return useInfiniteQuery(
    explainer.infiniteOptions({
      input: (offset: number) => ({ ...(input as object), group, offset, limit: rowsAtATime }),
      initialPageParam: 0,
      getNextPageParam: (last: Explanation, pages: readonly Explanation[]) => {
        const read = pages.reduce((sum, { rows }) => sum + rows.length, 0)
        const total = last.groups.find(({ id }) => id === (group ?? last.groups[0]!.id))?.total ?? 0
        return last.rows.length > 0 && read < total ? read : undefined
      },
    }),
  )
}

function Behind({ asked }: { asked: NumberAsked }) {
  const { t } = useTranslation('explain')
  const words = useExplainedWords()
  const say = useFailureText()
  const [chosen, setGroup] = useState<ExplainedGroup | null>(null)
  const query = useExplanation(asked, chosen)
  // Numerator and denominator stay where they are while the people of the other one are read.
  const [first, setFirst] = useState<Explanation | null>(null)
  const now = query.data?.pages[0]
  if (now && now !== first) setFirst(now)
  const head = now ?? first
  if (query.error) {
    return <ErrorState message={say(failureFrom(query.error)).message} onRetry={() => void query.refetch()} />
  }
  if (!head) return <Skeleton lines={8} />
  const group = head.groups.find(({ id }) => id === chosen) ?? head.groups[0]!
  return (
    <>
      <div>
        <p className={styles.figure}>{words.value(head.value)}</p>
        <p className={styles.quiet}>{t('asOf', { day: words.day(head.asOf) })}</p>
      </div>
      {head.groups.length > 1 && (
        <SegmentedControl
          label={t('which')}
          options={head.groups.map(({ id, total }) => ({ id, label: t(`groups.${id}`, { count: total }) }))}
          value={group.id}
          onChange={setGroup}
        />
      )}
      {head.isNameless ? (
        <p className={styles.quiet}>{t('nameless')}</p>
      ) : (
        <p className={styles.quiet} role="status">
          {words.listed(group)}
        </p>
      )}
      {query.isPending ? (
        <Skeleton lines={6} />
      ) : (
        <ExplainedRows rows={query.data.pages.flatMap(({ rows }) => rows)} />
      )}
      {query.hasNextPage && (
        <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  )
}

/** What a number means and rests on: its definition, the figure worked out anew, and who is behind it. */
export function ExplanationPanel({ opened, onClose }: { opened: NumberToOpen; onClose: () => void }) {
  const { t } = useTranslation('explain')
  const { title, of, text, definition, meaning, asked } = opened
  const keys = definitionKeys(definition)
  return (
    <SidePanel isOpen takesFocus onClose={onClose} title={title} {...(of === '' ? {} : { subtitle: of })}>
      <div className={styles.panel}>
        <div>
          <p>{t(keys.text)}</p>
          {meaning !== undefined && <p>{meaning}</p>}
          <p className={styles.quiet}>{t('source', { source: t(keys.source) })}</p>
        </div>
        {asked === null ? (
          <>
            <p className={styles.figure}>{text}</p>
            <p className={styles.quiet}>{t('noNamesOutside')}</p>
          </>
        ) : (
          <Behind asked={asked} />
        )}
      </div>
    </SidePanel>
  )
}
