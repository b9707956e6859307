import type { SectionForEntry } from '../../shared/contract/assessments.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { requireSection } from '../sections/requireSection.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { assessmentOf } from './assessmentRows.ts'
import { hoursSinceFirstTests } from './hoursForEntry.ts'

/** A class with those who sit in it now, by name, each with the tests so far; throws `notFound`. */
export async function sectionForEntry(
  db: Reader,
  sectionId: number,
  today: IsoDate,
  sight: Sight,
): Promise<SectionForEntry> {
  const section = await requireSection(db, sectionId, sight)
  const members = await db
    .selectFrom('sectionMembers')
    .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
    .select(['learners.id as learnerId', 'learners.studentId', 'learners.birthDate'])
    .select(['learners.familyName', 'learners.givenName', 'learners.preferredName'])
    .where('sectionMembers.sectionId', '=', sectionId)
    .where(sitsNow(today))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .execute()
  const tests = await db
    .selectFrom('assessments')
    .selectAll()
    .where('learnerId', 'in', (of) =>
      of
        .selectFrom('sectionMembers')
        .select('learnerId')
        .where('sectionId', '=', sectionId)
        .where(sitsNow(today)),
    )
    .orderBy('testedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byLearner = Map.groupBy(tests.map(assessmentOf), ({ learnerId }) => learnerId)
  const attended = await hoursSinceFirstTests(db, tests)
  return {
    section,
    members: members.map((member) => ({
      ...member,
      assessments: byLearner.get(member.learnerId) ?? [],
      attended: attended.get(member.learnerId) ?? [],
    })),
  }
}
