import type {
  CurrentLevelRecord,
  SectionReference,
  TrackReference,
} from '../../shared/contract/learnerFacts.ts'
import type { LearnerRow, LearnerSummary } from '../../shared/contract/learners.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { skillAreas, type LearnerStatus, type SkillArea } from '../../shared/values/vocabulary.ts'
import type { Reader } from '../schema.ts'
import { sitsNow } from '../sections/sitsNow.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Puts what belongs to one learner together, whatever order the rows came in. */
function byLearner<Row extends { learnerId: number }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
) {
  const groups = new Map<number, Value[]>()
  for (const row of rows) {
    const group = groups.get(row.learnerId)
    if (group) group.push(value(row))
    else groups.set(row.learnerId, [value(row)])
  }
  return (learnerId: number) => groups.get(learnerId) ?? []
}

/** The newest level of each area tested, for some learners; areas in the order of the vocabulary. */
export async function currentLevelsOf(db: Db, learnerIds: readonly number[]) {
  const rows = await db
    .selectFrom('currentLevels')
    .select(['learnerId', 'skillArea', 'level', 'score', 'testedOn'])
    .where('learnerId', 'in', [...learnerIds])
    .execute()
  rows.sort(
    (a, b) => skillAreas.indexOf(a.skillArea as SkillArea) - skillAreas.indexOf(b.skillArea as SkillArea),
  )
  return byLearner(rows, ({ skillArea, level, score, testedOn }): CurrentLevelRecord => {
    return { skillArea: skillArea as SkillArea, level, score, testedOn }
  })
}

/** The classes in which some learners sit now, by code. */
export async function currentSectionsOf(db: Db, learnerIds: readonly number[], today: IsoDate) {
  const rows = await db
    .selectFrom('sectionMembers')
    .innerJoin('sections', 'sections.id', 'sectionMembers.sectionId')
    .select(['sectionMembers.learnerId', 'sections.id', 'sections.code', 'sections.name'])
    .where('sectionMembers.learnerId', 'in', [...learnerIds])
    .where(sitsNow(today))
    .orderBy('sections.code')
    .execute()
  return byLearner(rows, ({ id, code, name }): SectionReference => ({ id, code, name }))
}

const basicColumns = [
  'learners.id',
  'learners.familyName',
  'learners.givenName',
  'learners.preferredName',
  'learners.studentId',
  'learners.birthDate',
  'learners.status',
] as const

/** The reference to a track from the columns of an outer join. */
export function trackReferenceOf(row: {
  interestTrackId: number | null
  trackNameEn: string | null
  trackNameEs: string | null
}): TrackReference | null {
  const { interestTrackId: id, trackNameEn: en, trackNameEs: es } = row
  return id === null || en === null || es === null ? null : { id, name: { en, es } }
}

/** Full list rows, in the order of the numbers given. */
export async function learnerRowsOf(
  db: Db,
  learnerIds: readonly number[],
  today: IsoDate,
): Promise<LearnerRow[]> {
  if (learnerIds.length === 0) return []
  const learners = await db
    .selectFrom('learners')
    .leftJoin('tracks', 'tracks.id', 'learners.interestTrackId')
    .select([
      ...basicColumns,
      'learners.interestTrackId',
      'tracks.nameEn as trackNameEn',
      'tracks.nameEs as trackNameEs',
    ])
    .where('learners.id', 'in', [...learnerIds])
    .execute()
  const levelsOf = await currentLevelsOf(db, learnerIds)
  const sectionsOf = await currentSectionsOf(db, learnerIds, today)
  const rows = new Map(
    learners.map(({ trackNameEn, trackNameEs, interestTrackId, ...row }): [number, LearnerRow] => {
      const levels = levelsOf(row.id)
      const lastTestedOn = levels.reduce<string | null>(
        (last, { testedOn }) => (last === null || testedOn > last ? testedOn : last),
        null,
      )
      return [
        row.id,
        {
          ...row,
          status: row.status as LearnerStatus,
          sections: sectionsOf(row.id),
          levels,
          lastTestedOn,
          interestTrack: trackReferenceOf({ interestTrackId, trackNameEn, trackNameEs }),
        },
      ]
    }),
  )
  return learnerIds.flatMap((id) => rows.get(id) ?? [])
}

/** What pickers show of some learners, in the order of the numbers given. */
export async function learnerSummariesOf(
  db: Db,
  learnerIds: readonly number[],
  today: IsoDate,
): Promise<LearnerSummary[]> {
  if (learnerIds.length === 0) return []
  const learners = await db
    .selectFrom('learners')
    .select(basicColumns)
    .where('learners.id', 'in', [...learnerIds])
    .execute()
  const sectionsOf = await currentSectionsOf(db, learnerIds, today)
  const rows = new Map(
    learners.map((row): [number, LearnerSummary] => [
      row.id,
      {
        ...row,
        status: row.status as LearnerStatus,
        sectionCodes: sectionsOf(row.id).map(({ code }) => code),
      },
    ]),
  )
  return learnerIds.flatMap((id) => rows.get(id) ?? [])
}
