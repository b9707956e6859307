import type { FieldProblem } from '../../shared/contract/failures.ts'
import { contract } from '../../shared/contract/index.ts'
import type { HoursFacts } from '../../shared/contract/instructionHours.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { command, query } from '../calls/useCase.ts'
import { readCohort } from '../cohorts/cohortRecords.ts'
import { invalidFields, refused } from '../failure.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Writer } from '../schema.ts'
import { requireSection } from '../sections/requireSection.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import { trackComponents } from './trackComponents.ts'

function problemsOf(facts: HoursFacts, today: IsoDate): FieldProblem[] {
  const problems: FieldProblem[] = []
  const at = (path: keyof HoursFacts, code: string) =>
    problems.push({ path: `facts.${path}`, code: `instructionHours.${code}`, values: {} })
  if (facts.periodTo < facts.periodFrom) at('periodTo', 'endsBeforeStart')
  if (facts.periodTo > today) at('periodTo', 'endsInFuture')
  if (facts.possibleHours !== null && facts.possibleHours < facts.hours)
    at('possibleHours', 'fewerThanAttended')
  return problems
}

/** Hours of one class or cohort that were counted twice would make somebody due too early. */
async function refuseOverlap(db: Writer, learnerId: number, facts: HoursFacts): Promise<void> {
  const { component, sectionId, cohortId, periodFrom, periodTo } = facts
  const overlapping = await db
    .selectFrom('instructionHours')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('component', '=', component)
    .where('sectionId', sectionId === null ? 'is' : '=', sectionId)
    .where('cohortId', cohortId === null ? 'is' : '=', cohortId)
    .where('periodFrom', '<=', periodTo)
    .where('periodTo', '>=', periodFrom)
    .executeTakeFirst()
  if (overlapping) throw refused('instructionHours.overlaps')
  if (sectionId === null) return
  const noted = await db
    .selectFrom('attendance')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .select('meetings.id')
    .where('attendance.learnerId', '=', learnerId)
    .where('meetings.sectionId', '=', sectionId)
    .where('meetings.heldOn', '>=', periodFrom)
    .where('meetings.heldOn', '<=', periodTo)
    .executeTakeFirst()
  if (noted) throw refused('instructionHours.meetingsThere')
}

export const instructionHours = {
  components: query(contract.instructionHours.components, ({ db }) => trackComponents(db)),

  record: command(contract.instructionHours.record, async ({ input, db, sight, today, now, audit }) => {
    const { learnerId, facts } = input
    await requireLearner(db, learnerId, sight)
    if (facts.sectionId !== null) await requireSection(db, facts.sectionId, sight)
    if (facts.cohortId !== null) await readCohort(db, facts.cohortId, sight)
    const problems = problemsOf(facts, today)
    if (problems.length > 0) throw invalidFields(problems)
    await refuseOverlap(db, learnerId, facts)
    const { id } = await db
      .insertInto('instructionHours')
      .values({ learnerId, ...facts, recordedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    audit({ subject: 'instructionHours', subjectId: id, learnerId, after: { learnerId, ...facts } })
    return { hoursId: id }
  }),

  withdraw: command(contract.instructionHours.withdraw, async ({ input, db, sight, audit }) => {
    const before = await db
      .deleteFrom('instructionHours')
      .where('id', '=', input.hoursId)
      .where(learnerInSight(sight, 'learnerId'))
      .returningAll()
      .executeTakeFirst()
    if (!before) throw outOfSight(sight, 'hours')
    audit({ subject: 'instructionHours', subjectId: before.id, learnerId: before.learnerId, before })
    return {}
  }),
}
