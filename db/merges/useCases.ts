import { contract } from '../../shared/contract/index.ts'
import { command, query } from '../calls/useCase.ts'
import { describeMerges, standingMerges } from './mergedPeople.ts'
import { mergeRecords } from './mergeRecords.ts'
import { previewMerge } from './previewMerge.ts'
import { previewUnmerge } from './previewUnmerge.ts'
import { unmergeRecords } from './unmergeRecords.ts'

export const merges = {
  preview: query(contract.merges.preview, previewMerge),
  merge: command(contract.merges.merge, mergeRecords),

  list: query(contract.merges.list, async ({ input, db }) => {
    const { total } = await db
      .selectFrom('learnerMerges')
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await standingMerges(db).offset(input.offset).limit(input.limit).execute()
    return { total: Number(total), rows: await describeMerges(db, rows) }
  }),
  ofLearner: query(contract.merges.ofLearner, async ({ input, db }) => {
    const rows = await standingMerges(db).where('keptId', '=', input.learnerId).execute()
    return describeMerges(db, rows)
  }),

  unmergePreview: query(contract.merges.unmergePreview, previewUnmerge),
  unmerge: command(contract.merges.unmerge, unmergeRecords),
}
