import type { FieldChange } from '../../shared/contract/importPlan.ts'

/** A record while a file is planned. `id` is null until it is written. */
export interface RecordState {
  id: number | null
  /** True for a record that is new or differs from what is stored. */
  isChanged: boolean
  /** The learner whose record it is, where it belongs to one. */
  readonly person?: RecordState
  /** The seat in a cohort under which it stands. */
  readonly member?: { readonly person: RecordState }
}

export type RecordSubject =
  | 'learner'
  | 'section'
  | 'sectionMember'
  | 'meeting'
  | 'attendance'
  | 'instructionHours'
  | 'assessment'
  | 'cohort'
  | 'cohortMember'
  | 'attempt'

/** One value of a record before and after. */
export interface ValueChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What one row does to one record, exact enough to be taken back later. */
export interface RecordChange {
  readonly rowNumber: number
  readonly subject: RecordSubject
  readonly state: RecordState
  /** The fields that change, as they were; null for a new record. */
  readonly before: object | null
  readonly after: object
}

/** The learner whose record it is; null for a class or a cohort. */
export const ownerOf = (subject: RecordSubject, state: RecordState): RecordState | null =>
  subject === 'learner' ? state : (state.person ?? state.member?.person ?? null)

/** Gathers what the rows of a file do to the records. */
export class ChangeLog {
  readonly changes: RecordChange[] = []

  /** Notes a new record with the facts it begins with. */
  created(rowNumber: number, subject: RecordSubject, state: RecordState, facts: object): void {
    this.changes.push({ rowNumber, subject, state, before: null, after: { ...facts } })
  }

  /** Notes what differs on a record; nothing when nothing does. */
  changed(
    rowNumber: number,
    subject: RecordSubject,
    state: RecordState,
    values: readonly ValueChange[],
  ): void {
    if (values.length > 0) this.changes.push({ rowNumber, subject, state, ...sidesOf(values) })
  }
}

const textOf = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** Changes as a person reads them. */
export const shown = (changes: readonly ValueChange[]): FieldChange[] =>
  changes.map(({ field, before, after }) => ({ field, before: textOf(before), after: textOf(after) }))

/** The fields that would differ, as they are and as they would be. */
export const changesTo = <Facts extends object>(facts: Facts, next: Partial<Facts>): ValueChange[] =>
  Object.entries(next).flatMap(([field, after]): ValueChange[] => {
    const before: unknown = facts[field as keyof Facts]
    return before === after ? [] : [{ field, before, after }]
  })

/** Writes changed fields into a record. */
export function setValues<Facts extends object>(
  state: RecordState & { facts: Facts },
  values: readonly ValueChange[],
): void {
  for (const { field, after } of values) Object.assign(state.facts, { [field]: after })
  if (values.length > 0) state.isChanged = true
}

/** Sets the fields that differ and says which did. */
export function setFields<Facts extends object>(
  state: RecordState & { facts: Facts },
  next: Partial<Facts>,
): ValueChange[] {
  const changes = changesTo(state.facts, next)
  setValues(state, changes)
  return changes
}

/** What a new record holds, as changes from nothing; empty values are left out. */
export const firstValues = (facts: object): ValueChange[] =>
  Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([field, after]: [string, unknown]) => ({ field, before: null, after }))

/** Fields of a record that hold a list, to which a file only adds. */
const listFields = new Set(['phone', 'otherId'])

/** The two sides of some changes as they are kept with the import: lists hold what was added. */
function sidesOf(changes: readonly ValueChange[]) {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const { field, before: was, after: is } of changes) {
    if (listFields.has(field)) {
      after[field] = [...((after[field] as unknown[] | undefined) ?? []), is]
      continue
    }
    before[field] = was
    after[field] = is
  }
  return { before, after }
}
