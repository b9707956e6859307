import { client } from '../../api.ts'
import type { RowSelection } from '../../ui/rowSelection.ts'

const windowSize = 500

/** The numbers of the selected records that are due; after "select all" the core names them window by window. */
export async function dueLearnerIds(selection: RowSelection<number>): Promise<number[]> {
  if (selection.kind === 'some') return [...selection.ids]
  const ids: number[] = []
  for (let offset = 0, total = 1; offset < total; offset += windowSize) {
    const window = await client.keep.list({ show: 'due', offset, limit: windowSize })
    total = window.total
    ids.push(...window.rows.map(({ learnerId }) => learnerId))
  }
  return ids.filter((id) => !selection.ids.has(id))
}
