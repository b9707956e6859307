import type { Notice } from '../../shared/contract/safety.ts'
import { backupNotices } from '../backup/backupNotices.ts'
import type { QueryCall } from '../calls/call.ts'
import { erasedNotice } from '../keep/erasedNotice.ts'
import { recoveryCodeNotice } from '../keys/recoveryCodeNotice.ts'
import { clockSetBackNotice } from './clockSetBack.ts'
import { networkShareNotice } from './networkShare.ts'

/** Answers with what it has to say to the caller now; nothing when all is well. */
export type NoticeSource = (call: QueryCall<unknown>) => Promise<readonly Notice[]>

/** Everything that watches over the program's records, the gravest first. */
export const noticeSources: readonly NoticeSource[] = [
  backupNotices,
  clockSetBackNotice,
  erasedNotice,
  recoveryCodeNotice,
  networkShareNotice,
]
