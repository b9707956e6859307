import type { ParticipantFact } from '../../shared/rules/federalTables.ts'
import { participationPeriods } from '../../shared/rules/participation.ts'
import { roundHalfUp } from '../../shared/rules/rates.ts'
import { programYearSpan, type IsoDate } from '../../shared/values/dates.ts'
import type { ReportProgress } from '../calls/call.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { countedGains, type CountedGain } from './gainLines.ts'
import { isInSpan, type TrainingMember } from './trainingMembers.ts'
import { hoursOf, yearFacts } from './yearFacts.ts'

/** One participant of a program year. */
export interface YearParticipant extends ParticipantFact {
  readonly learnerId: number
  /** The NRS entry level, 1 to 7; null if no pre-test gives one. */
  readonly entryLevel: number | null
  /** In a cohort at some time of the year. */
  readonly isInTraining: boolean
}

/** A learner with hours in the year, but in no period of twelve. */
export interface ShortOfHours {
  readonly learnerId: number
  /** Of the newest period. */
  readonly hours: number
}

export interface YearParticipants {
  readonly participants: readonly YearParticipant[]
  readonly belowTwelveHours: readonly ShortOfHours[]
}

const newest = (days: readonly IsoDate[]): IsoDate | null => days.toSorted().at(-1) ?? null

/** The NRS entry level: the lowest level of the pre-tests of the year (34 CFR 462.42(d)); null if none is known. */
function entryLevelOf(gains: readonly CountedGain[]): number | null {
  const levels = gains.flatMap(({ entryLevel }) => entryLevel ?? [])
  return levels.length === 0 ? null : Math.min(...levels)
}

/** The participants of a program year in sight, as known on a day within it. */
export async function yearParticipants(
  db: Reader,
  programYear: number,
  asOf: IsoDate,
  training: readonly TrainingMember[],
  sight: Sight,
  progress: ReportProgress,
): Promise<YearParticipants> {
  const { from } = programYearSpan(programYear)
  const learners = await db
    .selectFrom('learners')
    .select('id')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('foldedName')
    .orderBy('id')
    .execute()
  const ids = learners.map(({ id }) => id)
  const attended = await hoursOf(db, programYear, ids)
  await progress('gains', 1, 3)
  const gains = Map.groupBy(
    countedGains(await yearFacts(db, programYear, asOf, sight)),
    ({ learner }) => learner.learnerId,
  )
  await progress('gains', 2, 3)
  const inTraining = Map.groupBy(
    training.filter((member) => isInSpan(member, { from, to: asOf })),
    ({ learnerId }) => learnerId,
  )

  const belowTwelveHours: ShortOfHours[] = []
  const participants = ids.flatMap((learnerId): YearParticipant[] => {
    // A period that began before the year and reaches into it counts, with the hours of all of it. Of several the
    // first one does: the columns with one line for each participant are those of the first period.
    const periods = participationPeriods(attended.get(learnerId) ?? [], asOf).filter(
      ({ lastService }) => lastService >= from,
    )
    const period = periods.find(({ participantOn }) => participantOn !== null)
    if (period === undefined) {
      const newestPeriod = periods.at(-1)
      if (newestPeriod) belowTwelveHours.push({ learnerId, hours: roundHalfUp(newestPeriod.hours, 2) })
      return []
    }
    const ofLearner = gains.get(learnerId) ?? []
    const cohorts = inTraining.get(learnerId) ?? []
    const gained = ofLearner.flatMap(({ gain }) =>
      gain.state === 'measured' && gain.levels > 0 ? gain.post.testedOn : [],
    )
    return [
      {
        learnerId,
        entryLevel: entryLevelOf(ofLearner),
        isInTraining: cohorts.length > 0,
        excluded: cohorts.some(({ isExcluded }) => isExcluded),
        levelGainOn: newest(gained),
        // High-school diplomas are kept here without a date; the state system counts them.
        diplomaOn: null,
        trainingGainOn: newest(cohorts.flatMap(({ passedOn }) => passedOn.filter((day) => day >= from))),
        separated: period.exitedOn !== null,
      },
    ]
  })
  return { participants, belowTwelveHours }
}
