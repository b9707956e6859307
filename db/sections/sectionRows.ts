import type { SectionFilters, SectionMember, SectionRow } from '../../shared/contract/sections.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { currentLevelsOf } from '../learners/learnerRows.ts'
import type { Reader } from '../schema.ts'
import { sectionInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import type { Sight } from '../sight/sight.ts'
import { sitsNow } from './sitsNow.ts'

type Db = Pick<Reader, 'selectFrom'>

const sectionsWithInstructor = (db: Db, sight: Sight) =>
  db
    .selectFrom('sections')
    .leftJoin('accounts', 'accounts.id', 'sections.instructorAccountId')
    .select(['sections.id', 'sections.code', 'sections.name', 'sections.site', 'sections.startDate'])
    .select(['sections.endDate', 'sections.instructorAccountId', 'sections.active'])
    .select(['sections.component', 'sections.meetingMinutes'])
    .select('accounts.name as instructorName')
    .where(sectionInSight(sight, 'sections.id'))

/** How many learners sit in each class now. */
async function memberCounts(db: Db, today: IsoDate): Promise<(sectionId: number) => number> {
  const rows = await db
    .selectFrom('sectionMembers')
    .select((member) => ['sectionId', member.fn.countAll<number>().as('count')])
    .where(sitsNow(today))
    .groupBy('sectionId')
    .execute()
  const counts = new Map(rows.map(({ sectionId, count }) => [sectionId, Number(count)]))
  return (sectionId) => counts.get(sectionId) ?? 0
}

/** All classes in sight that the filters let through, by code. A college has hundreds, not thousands. */
export async function sectionRows(
  db: Db,
  filters: SectionFilters,
  today: IsoDate,
  sight: Sight,
): Promise<SectionRow[]> {
  const { active, instructorAccountId } = filters
  let sections = sectionsWithInstructor(db, sight).orderBy('sections.code')
  if (active !== null) sections = sections.where('sections.active', '=', active ? 1 : 0)
  if (instructorAccountId !== null) {
    sections = sections.where('sections.instructorAccountId', '=', instructorAccountId)
  }
  const countOf = await memberCounts(db, today)
  const words = foldForSearch(filters.text).split(' ')
  return (await sections.execute())
    .filter(({ code, name, site, instructorName }) => {
      const key = foldForSearch(`${code} ${name} ${site ?? ''} ${instructorName ?? ''}`)
      return words.every((word) => key.includes(word))
    })
    .map((row) => ({ ...row, active: row.active === 1, memberCount: countOf(row.id) }))
}

async function sectionMembers(db: Db, sectionId: number, today: IsoDate): Promise<SectionMember[]> {
  const rows = await db
    .selectFrom('sectionMembers')
    .innerJoin('learners', 'learners.id', 'sectionMembers.learnerId')
    .select(['learners.id as learnerId', 'learners.familyName', 'learners.givenName'])
    .select(['learners.preferredName', 'learners.studentId', 'sectionMembers.startDate'])
    .where('sectionMembers.sectionId', '=', sectionId)
    .where(sitsNow(today))
    .orderBy('learners.foldedName')
    .orderBy('learners.id')
    .execute()
  const levelsOf = await currentLevelsOf(
    db,
    rows.map(({ learnerId }) => learnerId),
  )
  return rows.map((row) => ({ ...row, levels: levelsOf(row.learnerId) }))
}

/** One class with those who sit in it now; throws `notFound`. */
export async function sectionWithMembers(
  db: Db,
  sectionId: number,
  today: IsoDate,
  sight: Sight,
): Promise<SectionRow & { members: SectionMember[] }> {
  const row = await sectionsWithInstructor(db, sight).where('sections.id', '=', sectionId).executeTakeFirst()
  if (!row) throw outOfSight(sight, 'section')
  const members = await sectionMembers(db, sectionId, today)
  return { ...row, active: row.active === 1, memberCount: members.length, members }
}
