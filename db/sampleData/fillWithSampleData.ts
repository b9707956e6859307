import type { NewProgram } from '../program/shipDefaults.ts'
import type { Writer } from '../schema.ts'
import { inventAssessments } from './inventAssessments.ts'
import { inventAttendance } from './inventAttendance.ts'
import { inventCohorts } from './inventCohorts.ts'
import { inventClasses } from './inventClasses.ts'
import { inventLearners, type SampleSize } from './inventLearners.ts'
import { chanceFrom } from './random.ts'

/** Small enough to look around in, large enough for every screen to have something to show. */
export const demoSize: SampleSize = {
  learners: 180,
  sittings: 4,
  cohorts: 7,
  classes: 5,
  meetings: 45,
  terms: 'running',
}

/** A program of three thousand learners at the end of a program year, when its classes are over. */
export const yearSize: SampleSize = {
  ...{ learners: 3000, sittings: 3, cohorts: 12, classes: 100, meetings: 30 },
  terms: 'yearBefore',
}

/** Fills a new program with invented learners, tests, classes and cohorts: the same ones for the same day. */
export async function fillWithSampleData(
  db: Writer,
  program: NewProgram,
  size: SampleSize = demoSize,
): Promise<void> {
  const tracks = await db.selectFrom('tracks').select('id').orderBy('id').execute()
  const invented = {
    chance: chanceFrom(2009),
    today: program.today,
    now: program.now,
    accountId: program.account.id,
    language: program.account.language,
    size,
    trackIds: tracks.map(({ id }) => id),
  }
  const learnerIds = await inventLearners(db, invented)
  await inventClasses(db, learnerIds, invented)
  await inventAssessments(db, learnerIds, invented)
  await inventCohorts(db, learnerIds, invented)
  await inventAttendance(db, invented)
}
