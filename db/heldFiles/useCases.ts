import { contract } from '../../shared/contract/index.ts'
import { largestFile } from '../../shared/contract/files.ts'
import { query } from '../calls/useCase.ts'
import { refused } from '../failure.ts'

export const files = {
  put: query(contract.files.put, async ({ input, core }) => {
    if (input.file.size > largestFile) throw refused('fileTooLarge', { megabytes: largestFile / 1024 / 1024 })
    return core.heldFiles.hold(input.file)
  }),

  take: query(contract.files.take, async ({ input, core }) => {
    const file = core.heldFiles.get(input.fileId)
    core.heldFiles.release(input.fileId)
    return file
  }),
}
