import type {
  DueForPostTest,
  NeverTested,
  ScreeningAsked,
  WorkLists,
} from '../../shared/contract/workLists.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { postTestStanding } from '../../shared/rules/postTests.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { absencesInARow } from '../attendance/absencesInARow.ts'
import { attendedHours } from '../attendance/attendedHours.ts'
import { hoursSinceTests } from '../attendance/hoursSinceTests.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

type Learner = Pick<
  NeverTested,
  'learnerId' | 'studentId' | 'birthDate' | 'familyName' | 'givenName' | 'preferredName' | 'sections'
>

/** The active learners in sight by number, with the classes they sit in. */
async function activeLearners(db: Reader, today: IsoDate, sight: Sight): Promise<Map<number, Learner>> {
  const learners = await db
    .selectFrom('learners')
    .select(['id as learnerId', 'studentId', 'birthDate', 'familyName', 'givenName', 'preferredName'])
    .where('status', '=', 'active')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('foldedName')
    .orderBy('id')
    .execute()
  const seats = await db
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .select(['sectionMembers.learnerId', 'sections.code'])
    .where('sections.active', '=', 1)
    .where(sitsNow(today))
    .orderBy('sections.code')
    .execute()
  const codes = Map.groupBy(seats, ({ learnerId }) => learnerId)
  return new Map(
    learners.map((learner) => {
      const sections = (codes.get(learner.learnerId) ?? []).map(({ code }) => code)
      return [learner.learnerId, { ...learner, sections }]
    }),
  )
}

async function postTests(
  db: Reader,
  today: IsoDate,
  sight: Sight,
  learners: ReadonlyMap<number, Learner>,
): Promise<DueForPostTest[]> {
  const since = await hoursSinceTests(db, today, sight)
  const tables = prepareLevelTables(await allLevelTables(db))
  const newest = await db
    .selectFrom('currentLevels')
    .innerJoin('assessments', 'assessments.id', 'currentLevels.assessmentId')
    .select(['assessments.learnerId', 'assessments.instrument', 'assessments.skillArea'])
    .select(['assessments.form', 'assessments.testedOn', 'assessments.score'])
    .execute()
  return newest
    .flatMap(({ learnerId, instrument, skillArea, form, testedOn, score }): DueForPostTest[] => {
      const learner = learners.get(learnerId)
      if (!learner) return []
      const area = skillArea as SkillArea
      const hours = since(learnerId, skillArea)
      const last = { testedOn, instrument, skillArea: area, form, score, inaccurate: false, voided: false }
      const { state, nextForm, generationEnded } = postTestStanding(last, hours, today, tables)
      if (state !== 'due' && state !== 'overdue') return []
      const test = {
        skillArea: area as DueForPostTest['skillArea'],
        instrument,
        lastForm: form,
        lastTestedOn: testedOn,
      }
      return [{ ...learner, ...test, ...hours, state, nextForm, generationEnded }]
    })
    .toSorted((one, other) => other.hours - one.hours || one.learnerId - other.learnerId)
}

/** Those without any test that counts, the ones with most hours first: their gains are lost already. */
async function neverTested(
  db: Reader,
  sight: Sight,
  learners: ReadonlyMap<number, Learner>,
): Promise<NeverTested[]> {
  const rows = await db
    .selectFrom('learners')
    .leftJoin(attendedHours(db).selectAll().as('attended'), 'attended.learnerId', 'learners.id')
    .select('learners.id')
    .select((row) => row.fn.coalesce(row.fn.sum<number>('attended.hours'), row.lit(0)).as('hours'))
    .where('learners.status', '=', 'active')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('currentLevels')
            .select('currentLevels.learnerId')
            .whereRef('currentLevels.learnerId', '=', 'learners.id'),
        ),
      ),
    )
    .groupBy('learners.id')
    .execute()
  return rows
    .flatMap(({ id, hours }) => {
      const learner = learners.get(id)
      return learner ? [{ ...learner, hours: Math.round(Number(hours) * 100) / 100 }] : []
    })
    .toSorted((one, other) => other.hours - one.hours || one.learnerId - other.learnerId)
}

/** Learners who want a track that takes people, and whom no screening of it has looked at. */
async function screeningAsked(db: Reader, sight: Sight): Promise<ScreeningAsked[]> {
  const rows = await db
    .selectFrom('learners')
    .innerJoin('tracks', 'tracks.id', 'learners.interestTrackId')
    .where('learners.status', '=', 'active')
    .where('tracks.status', '=', 'active')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('screeningResults')
            .innerJoin('screenings', 'screenings.id', 'screeningResults.screeningId')
            .select('screenings.id')
            .whereRef('screeningResults.learnerId', '=', 'learners.id')
            .whereRef('screenings.trackId', '=', 'tracks.id'),
        ),
      ),
    )
    .groupBy(['tracks.id', 'tracks.nameEn', 'tracks.nameEs'])
    .orderBy('tracks.id')
    .select(['tracks.id', 'tracks.nameEn', 'tracks.nameEs'])
    .select((row) => row.fn.countAll<number>().as('count'))
    .execute()
  return rows.map(({ id, nameEn, nameEs, count }) => ({
    trackId: id,
    trackName: { en: nameEn, es: nameEs },
    count: Number(count),
  }))
}

/** What waits for the caller's roles today, as far as the caller sees. */
export async function workLists(db: Reader, today: IsoDate, sight: Sight): Promise<WorkLists> {
  const learners = await activeLearners(db, today, sight)
  const absences = await absencesInARow(db, today, sight)
  return {
    postTests: await postTests(db, today, sight, learners),
    neverTested: await neverTested(db, sight, learners),
    absences: absences.flatMap((absence) => {
      const learner = learners.get(absence.learnerId)
      return learner ? [{ ...learner, ...absence }] : []
    }),
    screeningAsked: await screeningAsked(db, sight),
  }
}
