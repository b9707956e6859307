import type { SectionMemberForEntry } from '../../shared/contract/assessments.ts'
import type { Reader } from '../schema.ts'
import { assessmentOf } from './assessmentRows.ts'

/** The members of a class by name, each with the tests so far, newest first. */
export async function sectionForEntry(db: Reader, sectionId: number): Promise<SectionMemberForEntry[]> {
  const members = await db
    .selectFrom('sectionMembers')
    .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
    .select([
      'learners.id',
      'learners.familyName',
      'learners.givenName',
      'learners.studentId',
      'learners.birthDate',
    ])
    .where('sectionMembers.sectionId', '=', sectionId)
    .orderBy('learners.foldedName')
    .execute()
  const tests = await db
    .selectFrom('assessments')
    .selectAll()
    .where('learnerId', 'in', (of) =>
      of.selectFrom('sectionMembers').select('learnerId').where('sectionId', '=', sectionId),
    )
    .orderBy('testedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const byLearner = Map.groupBy(tests.map(assessmentOf), ({ learnerId }) => learnerId)
  return members.map((member) => ({
    learnerId: member.id,
    learnerName: `${member.familyName}, ${member.givenName}`,
    studentId: member.studentId,
    birthDate: member.birthDate,
    assessments: byLearner.get(member.id) ?? [],
  }))
}
