import { dateInMessage } from '../../shared/values/dates.ts'
import { refused } from '../failure.ts'

/** Says when a person was erased: nothing more is recorded for them, and nothing is left to show. */
export function refuseErased({ erasedAt }: { erasedAt: string | null }): void {
  if (erasedAt !== null) throw refused('keep.erasedOn', { day: dateInMessage(erasedAt.slice(0, 10)) })
}
