import type { TestFileChoice } from '../../shared/contract/filesOut.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

/** The tests of the span that were not voided, by name and day, with the class each was given in. */
export function testsBetween(db: Reader, { from, to, sectionId }: TestFileChoice, sight: Sight) {
  return db
    .selectFrom('assessments')
    .innerJoin('learners', 'learners.id', 'assessments.learnerId')
    .leftJoin('sections', 'sections.id', 'assessments.sectionId')
    .leftJoin('sectionMembers', (join) =>
      join
        .onRef('sectionMembers.sectionId', '=', 'assessments.sectionId')
        .onRef('sectionMembers.learnerId', '=', 'assessments.learnerId'),
    )
    .select(['assessments.id', 'assessments.learnerId', 'assessments.instrument', 'assessments.skillArea'])
    .select(['assessments.form', 'assessments.testedOn', 'assessments.score', 'assessments.scoreText'])
    .select(['assessments.level', 'assessments.accurate', 'assessments.conservativeEstimate'])
    .select(['assessments.passed', 'learners.studentId', 'learners.familyName', 'learners.givenName'])
    .select(['learners.status', 'sections.id as sectionId', 'sections.code', 'sections.name'])
    .select(['sections.startDate', 'sections.endDate', 'sections.meetingMinutes'])
    .select('sectionMembers.id as seatId')
    .where('assessments.testedOn', '>=', from)
    .where('assessments.testedOn', '<=', to)
    .where('assessments.voidedAt', 'is', null)
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .$if(sectionId !== null, (tests) =>
      tests.where('assessments.learnerId', 'in', (inner) =>
        inner
          .selectFrom('sectionMembers as seats')
          .select('seats.learnerId')
          .where('seats.sectionId', '=', sectionId!),
      ),
    )
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .orderBy('assessments.testedOn')
    .orderBy('assessments.skillArea')
    .orderBy('assessments.form')
    .execute()
}

export type TestRow = Awaited<ReturnType<typeof testsBetween>>[number]

export const learnersOf = (rows: readonly { readonly learnerId: number }[]): number[] => [
  ...new Set(rows.map(({ learnerId }) => learnerId)),
]
