import { Failure } from '../failure.ts'

const codes: Readonly<Record<string, string>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EROFS: 'programFolderReadOnly',
  EACCES: 'programFolderReadOnly',
  EPERM: 'programFolderReadOnly',
  EBUSY: 'programFileLocked',
  ENOENT: 'programFolderMissing',
  ENOTDIR: 'programFolderMissing',
  EIO: 'diskFailed',
  ENXIO: 'diskFailed',
  ESTALE: 'diskFailed',
  ETIMEDOUT: 'diskFailed',
  EHOSTDOWN: 'diskFailed',
}

/**
 * What the system said about a file beside the program's, as a failure of ours; an error that does not come
 * from the system is answered as it is. The system's own words name the path.
 */
export function fileFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const code = codes[error.code]
  return code === undefined ? error : new Failure('broken', code)
}

/** Does `work` with files beside the program's; what the system refuses arrives as a failure of ours. */
export function withFileFailures<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw fileFailure(error)
  }
}
