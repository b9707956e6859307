import type { EvidenceRecord } from '../../shared/contract/evidence.ts'
import type { HoursRecord } from '../../shared/contract/instructionHours.ts'
import type { LearnerFactsRecord } from '../../shared/contract/learnerFacts.ts'
import type { LearnerRecord } from '../../shared/contract/learners.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { notFound } from '../failure.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { standingRecord } from '../merges/standing.ts'
import { requireLearner } from './requireLearner.ts'
import { absenceColumns, refuseAbsent } from './refuseAbsent.ts'
import { currentLevelsOf, currentSectionsOf, trackReferenceOf } from './learnerRows.ts'

type Db = Pick<Reader, 'selectFrom'>

const factColumns = [
  'familyName',
  'givenName',
  'preferredName',
  'studentId',
  'birthDate',
  'status',
  'email',
  'firstLanguage',
  'schooling',
  'schoolingCountry',
  'equivalency',
  'interestTrackId',
  'interestNote',
  'workSchedule',
  'referralSource',
  'notes',
] as const

interface LearnerFactsNow {
  facts: LearnerFactsRecord
  createdAt: string
  updatedAt: string
}

/** A learner's own facts and phones as the record holds them; throws `notFound`. */
export async function learnerFactsOf(db: Db, learnerId: number): Promise<LearnerFactsNow> {
  const { absence, ...now } = await storedFactsOf(db, learnerId)
  refuseAbsent(absence)
  return now
}

/** The same for every record in the file, also one that was merged into another. */
export async function storedFactsOf(db: Db, learnerId: number) {
  const row = await db
    .selectFrom('learners')
    .select([...factColumns, 'createdAt', 'updatedAt', ...absenceColumns])
    .where('id', '=', learnerId)
    .executeTakeFirst()
  if (!row) throw notFound('learner')
  const phones = await db
    .selectFrom('learnerPhones')
    .select(['number', 'contactName'])
    .where('learnerId', '=', learnerId)
    .orderBy('position')
    .execute()
  const { createdAt, updatedAt, erasedAt, mergedIntoId, ...facts } = row
  return {
    ...{ facts: { ...facts, phones } as LearnerFactsRecord, createdAt, updatedAt },
    absence: { erasedAt, mergedIntoId },
  }
}

async function evidenceOf(db: Db, learnerId: number): Promise<EvidenceRecord[]> {
  const rows = await db
    .selectFrom('evidence')
    .select(['id', 'kind', 'evidenceKey', 'status', 'onDate', 'documentDate', 'doses', 'seenBy'])
    .where('learnerId', '=', learnerId)
    .orderBy('onDate', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as EvidenceRecord[]
}

async function hoursOf(db: Db, learnerId: number): Promise<HoursRecord[]> {
  return db
    .selectFrom('instructionHours')
    .select(['id', 'component', 'periodFrom', 'periodTo', 'hours', 'possibleHours', 'sectionId', 'cohortId'])
    .where('learnerId', '=', learnerId)
    .orderBy('periodTo', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/**
 * Everything on the learner's page but the timeline; throws `notFound`. The number of a record that was merged into
 * another one answers with that one.
 */
export async function getLearner(
  db: Db,
  askedId: number,
  today: IsoDate,
  sight: Sight,
): Promise<LearnerRecord> {
  const learnerId = await standingRecord(db, askedId)
  await requireLearner(db, learnerId, sight)
  const { facts, createdAt, updatedAt } = await learnerFactsOf(db, learnerId)
  const levelsOf = await currentLevelsOf(db, [learnerId])
  const sectionsOf = await currentSectionsOf(db, [learnerId], today)
  const track =
    facts.interestTrackId === null
      ? undefined
      : await db
          .selectFrom('tracks')
          .select(['id as interestTrackId', 'nameEn as trackNameEn', 'nameEs as trackNameEs'])
          .where('id', '=', facts.interestTrackId)
          .executeTakeFirst()
  return {
    ...facts,
    id: learnerId,
    createdAt,
    updatedAt,
    interestTrack: track ? trackReferenceOf(track) : null,
    sections: sectionsOf(learnerId),
    levels: levelsOf(learnerId),
    evidence: await evidenceOf(db, learnerId),
    hours: await hoursOf(db, learnerId),
  }
}
