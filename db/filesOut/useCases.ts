import { contract } from '../../shared/contract/index.ts'
import { longQuery } from '../calls/useCase.ts'
import { fileContent, makeFile } from './makeFile.ts'

export const filesOut = {
  count: longQuery(contract.filesOut.count, async (call) => {
    const { rows, learnerIds, remarks } = await fileContent(call, call.input.choice)
    return {
      rows: rows.length,
      learners: learnerIds.length,
      remarks: [...remarks].map(([remark, count]) => ({ remark, count })),
    }
  }),

  make: longQuery(contract.filesOut.make, (call) => makeFile(call)),
}
