import type { RosterChoice } from '../../shared/contract/filesOut.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { fieldsOfKind } from '../imports/fields.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { translator } from '../texts/translator.ts'
import { sorted, type FileContent } from './fileContent.ts'
import { learnersOf } from './testsBetween.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'

/** Where everybody sits now, in running classes. */
async function seatsNow(db: Reader, sectionId: number | null, today: IsoDate) {
  const rows = await db
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .select(['sectionMembers.learnerId', 'sections.code'])
    .where((row) =>
      row.or([row('sectionMembers.endDate', 'is', null), row('sectionMembers.endDate', '>', today)]),
    )
    .$if(sectionId === null, (seats) => seats.where('sections.active', '=', 1))
    .$if(sectionId !== null, (seats) => seats.where('sections.id', '=', sectionId!))
    .orderBy('sections.code')
    .execute()
  return Map.groupBy(rows, ({ learnerId }) => learnerId)
}

/** Own numbers, best first; those of trusted contacts are not the learner's. */
async function phonesOf(db: Reader) {
  const rows = await db
    .selectFrom('learnerPhones')
    .select(['learnerId', 'number'])
    .where('contactName', 'is', null)
    .orderBy('position')
    .execute()
  return Map.groupBy(rows, ({ learnerId }) => learnerId)
}

const learnersOnRecord = (db: Reader, sight: Sight) =>
  db
    .selectFrom('learners')
    .leftJoin('tracks', 'tracks.id', 'learners.interestTrackId')
    .select(['learners.id as learnerId', 'studentId', 'familyName', 'givenName', 'preferredName'])
    .select(['birthDate', 'email', 'firstLanguage', 'schooling', 'schoolingCountry', 'equivalency'])
    .select(['interestNote', 'workSchedule', 'referralSource', 'learners.status'])
    .select('tracks.nameEn as interest')
    .where(learnerIsThere())
    .where(learnerInSight(sight, 'learners.id'))
    .orderBy('foldedName')
    .orderBy('learners.id')
    .execute()

/** The fields of a roster that go out: a name stands in its two parts. */
const fields = fieldsOfKind.roster.filter(({ id }) => id !== 'fullName')

/** Where the days of birth stand. */
export const birthDateColumn = fields.findIndex(({ id }) => id === 'birthDate')

/**
 * The rows of a roster under the headings that the program itself knows: one for each class in which a learner
 * sits, one without a class for an active learner who sits in none. Days are ISO.
 */
export async function roster(
  db: Reader,
  { sectionId }: RosterChoice,
  today: IsoDate,
  sight: Sight,
): Promise<FileContent<string | null>> {
  const t = translator('en')
  const seats = await seatsNow(db, sectionId, today)
  const phones = await phonesOf(db)
  const wanted = (await learnersOnRecord(db, sight)).filter(({ learnerId, status }) =>
    sectionId === null ? status === 'active' : seats.has(learnerId),
  )
  const { kept, remarks } = sorted(wanted, ({ studentId, birthDate }) =>
    studentId === null && birthDate === null ? 'notIdentifiable' : null,
  )
  const rows = kept.flatMap((learner) => {
    const { schooling, equivalency, learnerId } = learner
    const values: Record<string, string | number | null> = {
      ...learner,
      phone: (phones.get(learnerId) ?? []).map(({ number }) => number).join(' / '),
      schooling: schooling && t(`words.schoolingLevels.${schooling}`),
      equivalency: equivalency && t(`words.equivalencyStates.${equivalency}`),
      interest: learner.interest ?? learner.interestNote,
    }
    const codes: (string | null)[] = (seats.get(learnerId) ?? []).map(({ code }) => code)
    return (codes.length > 0 ? codes : [null]).map((section) =>
      fields.map(({ id }) => {
        const value = id === 'section' ? section : values[id]
        return value === null || value === undefined || value === '' ? null : String(value)
      }),
    )
  })
  return { headings: fields.map(({ headings }) => headings[0]!), rows, learnerIds: learnersOf(kept), remarks }
}
