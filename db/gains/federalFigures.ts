import type { FederalFigures } from '../../shared/contract/gains.ts'
import { memberStatus } from '../../shared/rules/completion.ts'
import { table4Printed, table4Row, type ParticipantFact } from '../../shared/rules/federalTables.ts'
import { participantHours, participationPeriods } from '../../shared/rules/participation.ts'
import { programYearSpan, type IsoDate } from '../../shared/values/dates.ts'
import type { LeavingReason, MemberOutcome } from '../../shared/values/vocabulary.ts'
import type { LongWork } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { countedGains, type CountedGain } from './gainLines.ts'
import { hoursOf, yearFacts } from './yearFacts.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

/** Learners who passed a part of an occupational exam in the year: a gain of type 5 in integrated training. */
async function passedAnExam(db: Reader, from: IsoDate, to: IsoDate): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
    .select('cohortMembers.learnerId')
    .distinct()
    .where('attempts.result', '=', 'pass')
    .where('attempts.takenOn', '>=', from)
    .where('attempts.takenOn', '<=', to)
    .execute()
  return new Set(rows.map(({ learnerId }) => learnerId))
}

/** Learners who left a cohort in the year for a reason that takes them out of every count. */
async function excludedOnes(db: Reader, from: IsoDate, to: IsoDate): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('cohortMembers')
    .select(['learnerId', 'startedOn', 'outcome', 'outcomeOn', 'reason'])
    .where('outcome', '=', 'excluded')
    .execute()
  return new Set(
    rows
      .filter(({ outcomeOn }) => outcomeOn === null || outcomeOn >= from)
      .filter(
        (row) =>
          memberStatus(
            { ...row, outcome: row.outcome as MemberOutcome, reason: row.reason as LeavingReason | null },
            to,
          ) === 'excluded',
      )
      .map(({ learnerId }) => learnerId),
  )
}

/** The NRS entry level: the lowest level of the pre-tests of the year (34 CFR 462.42(d)); null if none is known. */
function entryLevelOf(gains: readonly CountedGain[]): number | null {
  const levels = gains.flatMap(({ entryLevel }) => entryLevel ?? [])
  return levels.length === 0 ? null : Math.min(...levels)
}

/** Federal Table 4 of this program, as known on a day. */
export async function federalFigures(
  db: Reader,
  programYear: number,
  today: IsoDate,
  sight: Sight,
  { progress }: LongWork,
): Promise<FederalFigures> {
  const { from, to } = programYearSpan(programYear)
  const asOf = today < to ? today : to
  await progress('gains', 0, null)
  const learners = await db
    .selectFrom('learners')
    .select('id')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .execute()
  const ids = learners.map(({ id }) => id)
  const attended = await hoursOf(db, programYear, ids)
  await progress('gains', 1, 3)
  const gains = Map.groupBy(
    countedGains(await yearFacts(db, programYear, asOf, sight)),
    ({ learner }) => learner.learnerId,
  )
  await progress('gains', 2, 3)
  const passed = await passedAnExam(db, from, asOf)
  const excluded = await excludedOnes(db, from, asOf)

  const byLevel = new Map<number, ParticipantFact[]>()
  let withoutLevel = 0
  let belowTwelveHours = 0
  for (const learnerId of ids) {
    // A period that began before the year and reaches into it counts, with the hours of all of it.
    const periods = participationPeriods(attended.get(learnerId) ?? [], asOf).filter(
      ({ lastService }) => lastService >= from,
    )
    const period = periods.findLast(({ hours }) => hours >= participantHours) ?? periods.at(-1)
    if (!period) continue
    if (period.participantOn === null) {
      belowTwelveHours++
      continue
    }
    const ofLearner = gains.get(learnerId) ?? []
    const entryLevel = entryLevelOf(ofLearner)
    if (entryLevel === null) {
      withoutLevel++
      continue
    }
    const participant = {
      entryLevel,
      excluded: excluded.has(learnerId),
      gainedLevel: ofLearner.some(({ gain }) => gain.state === 'measured' && gain.levels > 0),
      // High-school diplomas are kept here without a date; the state system counts them.
      diploma: false,
      trainingGain: passed.has(learnerId),
      separated: period.exitedOn !== null,
    }
    byLevel.set(entryLevel, [...(byLevel.get(entryLevel) ?? []), participant])
  }
  return {
    programYear,
    asOf,
    table4: [...byLevel]
      .toSorted(([one], [other]) => one - other)
      .map(([entryLevel, participants]) => {
        const { diplomas: _, ...row } = table4Row(participants)
        return { entryLevel, ...row, rate: table4Printed({ ...row, diplomas: 0 }) }
      }),
    withoutLevel,
    belowTwelveHours,
  }
}
