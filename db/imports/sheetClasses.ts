import { foldForSearch } from '../../shared/values/names.ts'
import { tidy } from '../files/values.ts'
import { learnerInSight, sectionInSight } from '../sight/inSight.ts'
import { AttendanceBook } from './attendanceBook.ts'
import type { PersonState } from './people.ts'
import type { Plan, PlanContext } from './planning.ts'
import type { SectionState } from './sections.ts'

/** The classes that a sheet is about, with what is on record of them. */
export interface SheetClasses {
  readonly sections: readonly SectionState[]
  readonly attendance: AttendanceBook
  /** The class of a code, or without one the class chosen for the sheet; null when there is none in sight. */
  sectionOf(code: string | null): SectionState | null
  /** Everybody in sight who sits in a class or sat in it. */
  membersOf(section: SectionState): readonly PersonState[]
}

/** Reads the classes that the rows of a sheet name, and the one chosen for it, as far as they are in sight. */
export async function sheetClasses(
  { db, reader, rows, settings, sight }: PlanContext,
  { people, sections }: Pick<Plan, 'people' | 'sections'>,
): Promise<SheetClasses> {
  const codes = new Map<string, string>()
  for (const { row } of rows) {
    const code = tidy(reader.read(row).cell('sectionCode'))
    if (code !== '') codes.set(foldForSearch(code), code)
  }
  const seen = await db
    .selectFrom('sections')
    .select('id')
    .where(sectionInSight(sight, 'sections.id'))
    .execute()
  const inSight = new Set(seen.map(({ id }) => id))
  const asSeen = (section: SectionState | null) =>
    section !== null && section.id !== null && inSight.has(section.id) ? section : null
  const chosen = settings.sectionId === null ? null : asSeen(sections.byId(settings.sectionId))
  const sectionOf = (code: string | null) => (code === null ? chosen : asSeen(sections.known(code)))
  const named = [...codes.values()].map((code) => sectionOf(code))
  const all = [...new Set([chosen, ...named])].filter((section) => section !== null)
  const personOf = (id: number) => people.byKey(`learner:${id}`)
  const members = new Map<SectionState, PersonState[]>()
  for (const section of all) {
    const seats = await db
      .selectFrom('sectionMembers')
      .select('learnerId')
      .where('sectionId', '=', section.id!)
      .where(learnerInSight(sight, 'sectionMembers.learnerId'))
      .execute()
    members.set(
      section,
      seats.flatMap(({ learnerId }) => personOf(learnerId) ?? []),
    )
  }
  return {
    sections: all,
    attendance: await AttendanceBook.load(db, all, personOf),
    sectionOf,
    membersOf: (section) => members.get(section) ?? [],
  }
}
