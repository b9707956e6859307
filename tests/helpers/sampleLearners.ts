import type { Core } from '../../db/core.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { readRoster, readTests } from '../rules/sampleFiles.ts'

/** Puts the sample roster without its three doubles, and every sample test, straight into the program file. */
export async function enterSampleLearners(core: Core): Promise<Map<string, number>> {
  const db = core.requireOpen().file.writer
  const { people } = readRoster()
  const { byStudent } = await readTests()
  const made = { createdAt: core.now(), updatedAt: core.now() }
  const ids = new Map<string, number>()
  for (const person of people.filter(({ id }) => !id.startsWith('T'))) {
    const { id: studentId, familyName, givenName, birthDate } = person
    const foldedName = foldForSearch(`${familyName} ${givenName}`)
    const { id: learnerId } = await db
      .insertInto('learners')
      .values({ studentId, familyName, givenName, foldedName, birthDate, ...made })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(studentId, learnerId)
    for (const test of byStudent.get(studentId) ?? []) {
      await db
        .insertInto('assessments')
        .values({
          learnerId,
          instrument: test.instrument,
          skillArea: test.skillArea,
          form: test.form ?? '',
          testedOn: test.testedOn,
          score: test.score,
          scoreText: String(test.score ?? '*'),
          accurate: test.inaccurate ? 0 : 1,
          recordedAt: core.now(),
        })
        .execute()
    }
  }
  return ids
}
