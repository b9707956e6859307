import { dateInMessage } from '../../shared/values/dates.ts'
import { refused } from '../failure.ts'

/** What tells of a learner's row whether the learner is there; see `learnerIsThere`. */
export const absenceColumns = ['learners.erasedAt', 'learners.mergedIntoId'] as const

/** Says that a person was erased, or that the record was merged into another: nothing more is recorded in it. */
export function refuseAbsent(row: { erasedAt: string | null; mergedIntoId: number | null }): void {
  if (row.erasedAt !== null) throw refused('keep.erasedOn', { day: dateInMessage(row.erasedAt.slice(0, 10)) })
  if (row.mergedIntoId !== null) throw refused('merges.mergedAway')
}
