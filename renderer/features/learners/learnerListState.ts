import { useState } from 'react'
import type { LearnerFilters, LearnerSort } from '../../../shared/contract/learners.ts'
import { useSession } from '../../shell/session.ts'
import type { TableSort } from '../../ui/tableColumns.ts'

/** No filter at all: everybody. */
export const noFilters: LearnerFilters = {
  text: '',
  status: [],
  sectionId: null,
  interestTrackId: null,
  skillArea: null,
  levels: [],
  tested: null,
}

interface ListState {
  filters: LearnerFilters
  sort: LearnerSort
}

/** What each person's list looked like last: coming back from a learner's page finds it so again. */
const remembered = new Map<number, ListState>()

/** The filters and order of the learner list, kept while the page is open. */
export function useLearnerListState() {
  const { account } = useSession()
  const [state, setState] = useState<ListState>(
    () => remembered.get(account.id) ?? { filters: noFilters, sort: { by: 'name', descending: false } },
  )
  const change = (next: ListState) => {
    remembered.set(account.id, next)
    setState(next)
  }
  return {
    ...state,
    setFilters: (changed: Partial<LearnerFilters>) =>
      change({ ...state, filters: { ...state.filters, ...changed } }),
    setSort: ({ column, direction }: TableSort) =>
      change({
        ...state,
        sort: { by: column as LearnerSort['by'], descending: direction === 'descending' },
      }),
  }
}

/** The order as tables write it. */
export const tableSortOf = ({ by, descending }: LearnerSort): TableSort => ({
  column: by,
  direction: descending ? 'descending' : 'ascending',
})

/** Choices of the level filter: one level, or one and all above it. */
export const levelChoices = ['1', '2', '3', '4', '5', '6', '7', '3+', '4+', '5+', '6+'] as const
export type LevelChoice = (typeof levelChoices)[number]

/** The levels that a choice stands for: `5+` is 5, 6 and 7 (above 6). */
export function levelsOf(choice: LevelChoice): number[] {
  const lowest = Number(choice[0])
  return choice.endsWith('+') ? [1, 2, 3, 4, 5, 6, 7].filter((level) => level >= lowest) : [lowest]
}

/** The choice behind some levels; null when no single choice says it. */
export const levelChoiceOf = (levels: readonly number[]): LevelChoice | null =>
  levelChoices.find((choice) => levelsOf(choice).join() === levels.join()) ?? null
