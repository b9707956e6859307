import type { LearnerFilters } from '../../../shared/contract/learners.ts'
import { client } from '../../api.ts'
import type { RowSelection } from '../../ui/rowSelection.ts'

/** The numbers of the selected learners; after "select all" the core names everybody whom the filters let through. */
export async function selectedLearnerIds(
  selection: RowSelection<number>,
  filters: LearnerFilters,
): Promise<number[]> {
  if (selection.kind === 'some') return [...selection.ids]
  const { learnerIds } = await client.learners.matching(filters)
  return learnerIds.filter((id) => !selection.ids.has(id))
}
