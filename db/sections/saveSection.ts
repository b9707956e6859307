import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { SectionFacts } from '../../shared/contract/sections.ts'
import { invalidFields, notFound } from '../failure.ts'
import type { Reader, Writer } from '../schema.ts'

const columnsOf = (facts: SectionFacts) => ({ ...facts, active: facts.active ? 1 : 0 })

/** Accounts that hold the role of instructor and may sign in. */
export async function instructors(db: Pick<Reader, 'selectFrom'>): Promise<{ id: number; name: string }[]> {
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'name', 'roles'])
    .where('active', '=', 1)
    .orderBy('foldedName')
    .execute()
  return rows
    .filter(({ roles }) => (JSON.parse(roles) as string[]).includes('instructor'))
    .map(({ id, name }) => ({ id, name }))
}

async function refuseContradictions(
  db: Writer,
  facts: SectionFacts,
  before: { id: number; instructorAccountId: number | null } | null,
): Promise<void> {
  const fields: FieldProblem[] = []
  const { code, startDate, endDate, instructorAccountId } = facts
  const taken = await db.selectFrom('sections').select('id').where('code', '=', code).executeTakeFirst()
  if (taken && taken.id !== before?.id) {
    fields.push({ path: 'code', code: 'sections.codeTaken', values: {} })
  }
  if (startDate !== null && endDate !== null && endDate < startDate) {
    fields.push({ path: 'endDate', code: 'sections.endsBeforeStart', values: {} })
  }
  // An instructor who has left stays named on the class until somebody else takes it.
  if (instructorAccountId !== null && instructorAccountId !== before?.instructorAccountId) {
    const known = await instructors(db)
    if (!known.some(({ id }) => id === instructorAccountId)) {
      fields.push({ path: 'instructorAccountId', code: 'sections.notAnInstructor', values: {} })
    }
  }
  if (fields.length > 0) throw invalidFields(fields)
}

export async function createSection(db: Writer, facts: SectionFacts): Promise<number> {
  await refuseContradictions(db, facts, null)
  const { id } = await db
    .insertInto('sections')
    .values(columnsOf(facts))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Replaces a class's facts and returns those from before; throws `notFound` and `invalidFields`. */
export async function changeSection(db: Writer, sectionId: number, facts: SectionFacts): Promise<object> {
  const before = await db.selectFrom('sections').selectAll().where('id', '=', sectionId).executeTakeFirst()
  if (!before) throw notFound('section')
  await refuseContradictions(db, facts, before)
  await db.updateTable('sections').set(columnsOf(facts)).where('id', '=', sectionId).execute()
  return { ...before, active: before.active === 1 }
}
