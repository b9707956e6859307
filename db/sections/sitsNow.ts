import { expressionBuilder, type Expression, type SqlBool } from 'kysely'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Schema } from '../schema.ts'

/** True for a membership that has not ended; its end date is the first day without the learner. */
export function sitsNow(today: IsoDate): Expression<SqlBool> {
  const member = expressionBuilder<Schema, 'sectionMembers'>()
  return member.or([
    member('sectionMembers.endDate', 'is', null),
    member('sectionMembers.endDate', '>', today),
  ])
}
