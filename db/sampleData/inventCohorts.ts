import { addDays, daysBetween, type IsoDate } from '../../shared/values/dates.ts'
import { withdrawalReasons } from '../../shared/values/vocabulary.ts'
import type { Writer } from '../schema.ts'
import { inventBenchmarks, inventFeatures, inventLessons, inventStaff } from './cohortStories.ts'
import { insertMany } from './insertMany.ts'
import type { Invented } from './inventLearners.ts'
import { chanceFrom } from './random.ts'
import { commonComponents } from '../tracks/samples/commonRules.ts'

const sites = ['Central', 'North'] as const
const daysBetweenCohorts = 60
const courseDays = 98
/** A cohort is closed so many days after its last one; the newest that have ended still wait for it. */
const daysToClose = 90

interface InventedTrack {
  id: number
  code: string
  courseParts: { component: string; plannedHours: number }[]
  credential: { id: number; partKeys: string[] } | null
}

/** What is taught in the course of this track alone. */
function courseParts(components: string): InventedTrack['courseParts'] {
  const shared = new Set<string>(commonComponents.map(({ key }) => key))
  return (JSON.parse(components) as { key: string; hours: number | null }[])
    .filter(({ key }) => !shared.has(key))
    .map(({ key, hours }) => ({ component: key, plannedHours: hours ?? usualHours }))
}

async function tracksWithCredentials(db: Writer): Promise<InventedTrack[]> {
  const tracks = await db
    .selectFrom('tracks')
    .select(['id', 'code', 'components'])
    .where('status', '=', 'active')
    .orderBy('id')
    .execute()
  const credentials = await db
    .selectFrom('credentials')
    .select(['id', 'trackId', 'parts'])
    .orderBy('id')
    .execute()
  return tracks.map(({ id, code, components }) => {
    const credential = credentials.find(({ trackId }) => trackId === id)
    const parts = credential ? (JSON.parse(credential.parts) as { key: string }[]) : []
    return {
      id,
      code,
      courseParts: courseParts(components),
      credential: credential ? { id: credential.id, partKeys: parts.map(({ key }) => key) } : null,
    }
  })
}

interface Member {
  id: number
  outcome: string
  completedOn: IsoDate
}

/** One to three tries at each part, the first of them mostly a pass. */
function inventAttempts(
  members: readonly Member[],
  partKeys: readonly string[],
  { chance, today, now }: Invented,
) {
  return members
    .filter(({ outcome }) => outcome === 'completed')
    .flatMap(({ id, completedOn }) =>
      partKeys.flatMap((partKey) => {
        const attempts = []
        let takenOn = addDays(completedOn, chance.between(20, 70))
        for (let number = 1; number <= 3 && takenOn <= today; number++) {
          const passed = chance.happens(0.74)
          attempts.push({
            cohortMemberId: id,
            partKey,
            number,
            takenOn,
            result: passed ? 'pass' : 'fail',
            recordedAt: now,
          })
          if (passed) break
          takenOn = addDays(takenOn, chance.between(20, 45))
        }
        return attempts
      }),
    )
}

/** For the parts of a course that do not say how many hours they take. */
const usualHours = 45

/** One total of each part of the course for each member, for the days they were in; somebody's was forgotten, for the data check to find. */
function inventHours(
  cohort: { id: number; startDate: IsoDate; endDate: IsoDate; courseParts: InventedTrack['courseParts'] },
  members: readonly { learnerId: number; outcomeOn: IsoDate | null }[],
  { today, now, size }: Invented,
) {
  const chance = chanceFrom(size.learners + cohort.id)
  return members.slice(1).flatMap(({ learnerId, outcomeOn }) => {
    const lastDay = outcomeOn ?? cohort.endDate
    const periodTo = lastDay < today ? lastDay : today
    const share = daysBetween(cohort.startDate, periodTo) / courseDays
    return cohort.courseParts.map(({ component, plannedHours }) => {
      const possibleHours = Math.round(plannedHours * share)
      return {
        learnerId,
        cohortId: cohort.id,
        component,
        periodFrom: cohort.startDate,
        periodTo,
        hours: Math.round((possibleHours * chance.between(80, 100)) / 100),
        possibleHours,
        recordedAt: now,
      }
    })
  })
}

async function inventCohort(
  db: Writer,
  index: number,
  track: InventedTrack,
  learnerIds: readonly number[],
  invented: Invented,
) {
  const { chance, today, now, size, language } = invented
  const startDate = addDays(today, -(size.cohorts - 1 - index) * daysBetweenCohorts - 45)
  const endDate = addDays(startDate, courseDays)
  const hasEnded = endDate <= today
  const closedOn = addDays(endDate, daysToClose)
  const isClosed = closedOn <= today
  const [cohortId] = await insertMany(db, 'cohorts', [
    {
      code: `${track.code}-${String(index + 1).padStart(2, '0')}`,
      trackId: track.id,
      credentialId: track.credential?.id ?? null,
      site: sites[index % sites.length]!,
      startDate,
      endDate,
      seats: 20,
      staff: JSON.stringify(inventStaff(index)),
      deliveryFeatures: JSON.stringify(inventFeatures(index, language)),
      closedOn: isClosed ? closedOn : null,
      lessons: isClosed ? JSON.stringify(inventLessons(index, language)) : null,
      createdAt: now,
      updatedAt: now,
    },
  ])
  const count = Math.min(chance.between(12, 20), Math.max(1, Math.floor(learnerIds.length / 3)))
  const first = (index * 17) % learnerIds.length
  const people = Array.from({ length: count }, (_, place) => learnerIds[(first + place) % learnerIds.length]!)
  const rows = people.map((learnerId) => {
    const leaves = chance.happens(0.15)
    const outcome = leaves ? 'withdrew' : hasEnded ? 'completed' : 'stillIn'
    const leftOn = addDays(startDate, chance.between(5, 40))
    return {
      cohortId: cohortId!,
      learnerId,
      entryLevel: chance.between(4, 6),
      startedOn: startDate,
      outcome,
      outcomeOn: outcome === 'completed' ? endDate : outcome === 'withdrew' ? leftOn : null,
      reason: leaves ? chance.pick(withdrawalReasons) : null,
      updatedAt: now,
    }
  })
  const ids = await insertMany(db, 'cohortMembers', rows)
  const members = rows.map(({ outcome }, place) => ({ id: ids[place]!, outcome, completedOn: endDate }))
  await insertMany(
    db,
    'instructionHours',
    inventHours({ id: cohortId!, startDate, endDate, courseParts: track.courseParts }, rows, invented),
  )
  await insertMany(db, 'attempts', inventAttempts(members, track.credential?.partKeys ?? [], invented))
}

/** Invents cohorts at two sites, one every two months, the newest still running. */
export async function inventCohorts(
  db: Writer,
  learnerIds: readonly number[],
  invented: Invented,
): Promise<void> {
  const tracks = await tracksWithCredentials(db)
  for (let index = 0; index < invented.size.cohorts; index++) {
    // Two cohorts of three are of the first track: it is the one the program began with.
    const track = index % 3 === 2 ? tracks[Math.floor(index / 3) % tracks.length] : tracks[0]
    if (track) await inventCohort(db, index, track, learnerIds, invented)
  }
  const { language, today, now } = invented
  const trackId = tracks[0]?.id
  if (trackId === undefined) return
  const benchmarks = inventBenchmarks(language)
  await insertMany(
    db,
    'benchmarks',
    benchmarks.map((figure) => ({ ...figure, trackId, validOn: addDays(today, -200), createdAt: now })),
  )
}
