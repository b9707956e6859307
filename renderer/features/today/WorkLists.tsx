import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../shared/contract/today.ts'
import type { WorkLists as Lists } from '../../../shared/contract/workLists.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SuccessIcon } from '../../ui/icons.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { AbsenceList } from './AbsenceList.tsx'
import { CohortsToday } from './CohortsToday.tsx'
import { ExamWarnings } from './ExamWarnings.tsx'
import { NeverTestedList } from './NeverTestedList.tsx'
import { PostTestList } from './PostTestList.tsx'
import { ScreeningAskedList } from './ScreeningAskedList.tsx'

type ListId = 'postTests' | 'neverTested' | 'absences' | 'screeningAsked' | 'exams' | 'withoutOutcomes'

/** What each role looks at first; the rest follows in the usual order. */
const firstOf: readonly (readonly [Role, readonly ListId[]])[] = [
  ['instructor', ['postTests', 'neverTested', 'absences']],
  ['coordinator', ['absences', 'exams', 'neverTested']],
  ['director', ['screeningAsked', 'withoutOutcomes', 'exams']],
  ['staff', ['withoutOutcomes', 'exams']],
]
const usualOrder: readonly ListId[] = [
  'postTests',
  'neverTested',
  'absences',
  'screeningAsked',
  'exams',
  'withoutOutcomes',
]

function orderFor(roles: readonly Role[]): ListId[] {
  const first = firstOf.find(([role]) => roles.includes(role))?.[1] ?? []
  return [...new Set([...first, ...usualOrder])]
}

function countsOf(lists: Lists, overview: Overview): Record<ListId, number> {
  return {
    postTests: lists.postTests.length,
    neverTested: lists.neverTested.length,
    absences: lists.absences.length,
    screeningAsked: lists.screeningAsked.reduce((sum, { count }) => sum + count, 0),
    exams: overview.warnings.length,
    withoutOutcomes: overview.withoutOutcomes.length,
  }
}

/** What waits for the person's roles, a list at a time; each row is done in its place. */
export function WorkLists({ overview }: { overview: Overview }) {
  const { t } = useTranslation('today')
  const { account } = useSession()
  const say = useFailureText()
  const [chosen, setChosen] = useState<ListId | null>(null)
  const { data: lists, error, refetch } = useQuery(api.today.workLists.queryOptions({ input: {} }))
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />
  if (!lists) return <Skeleton height="12rem" />
  const counts = countsOf(lists, overview)
  const contents: Record<ListId, React.ReactNode> = {
    postTests: <PostTestList rows={lists.postTests} />,
    neverTested: <NeverTestedList rows={lists.neverTested} />,
    absences: <AbsenceList rows={lists.absences} />,
    screeningAsked: <ScreeningAskedList rows={lists.screeningAsked} />,
    exams: <ExamWarnings warnings={overview.warnings} />,
    withoutOutcomes: (
      <CohortsToday
        title={t('withoutOutcomes.title')}
        note={t('withoutOutcomes.note')}
        cohorts={overview.withoutOutcomes}
      />
    ),
  }
  // A list whose last row was just done stays open, so that nothing jumps under the hand.
  const shown = orderFor(account.roles).filter((id) => counts[id] > 0 || id === chosen)
  const open = chosen ?? shown[0]
  if (open === undefined) {
    return (
      <Card title={t('work.title')}>
        <EmptyState title={t('work.allDone')} icon={SuccessIcon} />
      </Card>
    )
  }
  return (
    <Card title={t('work.title')}>
      <Tabs
        label={t('work.title')}
        value={open}
        onChange={setChosen}
        tabs={shown.map((id) => ({
          id,
          label: t(`work.lists.${id}`),
          count: String(counts[id]),
          content:
            counts[id] > 0 ? contents[id] : <EmptyState title={t('work.listDone')} icon={SuccessIcon} />,
        }))}
      />
    </Card>
  )
}
