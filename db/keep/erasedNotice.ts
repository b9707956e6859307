import type { NoticeSource } from '../safety/noticeSources.ts'
import { retentionOf } from './keptRecords.ts'

/** Says to administrators that an erasure is not finished while its traces may lie in the file. */
export const erasedNotice: NoticeSource = async ({ db, caller }) => {
  if (!caller.roles.includes('administrator')) return []
  const { erasedBytesLeft } = await retentionOf(db)
  return erasedBytesLeft
    ? [{ code: 'erasedBytesLeft', values: {}, severity: 'warning', href: '/program/keep' }]
    : []
}
