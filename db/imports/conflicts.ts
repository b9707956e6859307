import { groupBy } from '../../shared/rules/groups.ts'
import type { ConflictChoice } from '../../shared/values/imports.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { RecordState, ValueChange } from './recordChanges.ts'
import type { ContestedSubject, TypedValues, Typist } from './typedValues.ts'

/** A value, or some that belong together, of which a row says something else than what somebody typed. */
export interface PlannedConflict {
  /** Names it within its row. */
  readonly key: string
  readonly subject: ContestedSubject
  readonly state: RecordState
  /** As typed (`before`) and as in the file (`after`). */
  readonly values: readonly ValueChange[]
  readonly typist: Typist
  /** Null while nobody has decided. */
  readonly choice: ConflictChoice | null
  /** True when the choice is that of an earlier time, between the same values. */
  readonly wasKept: boolean
}

/** What people chose, by row and key of the conflict. */
export type ConflictChoices = Map<string, ConflictChoice>

/** How a conflict is named among those of a whole file. */
export const conflictName = (rowNumber: number, key: string) => `${rowNumber} ${key}`

/** Fields that are chosen together, because one without the others would be untrue. */
const unitOf: Readonly<Record<string, string>> = {
  ...{ score: 'score', scoreText: 'score', level: 'score' },
  ...{ outcome: 'outcome', outcomeOn: 'outcome', reason: 'outcome', reasonNote: 'outcome' },
  ...{ takenOn: 'sitting', result: 'sitting' },
  ...{ interestTrackId: 'interest', interestNote: 'interest' },
}

/** Levels follow from scores: nobody types them. */
const isTypable = ({ field }: ValueChange) => field !== 'level'

const unitFor = ({ field, after }: ValueChange) =>
  field === 'phone' ? `phone ${String(after)}` : (unitOf[field] ?? field)

/** Tells apart, while rows are planned, which values of a file would take away what somebody typed. */
export class Conflicts {
  readonly #typed: TypedValues
  readonly #choices: ConflictChoices
  readonly #earlierRows = new Map<RecordState, Map<string, readonly ValueChange[]>>()

  constructor(typed: TypedValues, choices: ConflictChoices) {
    this.#typed = typed
    this.#choices = choices
  }

  /** The values that take nothing typed away: for rows that must not bring news. */
  untyped(subject: ContestedSubject, state: RecordState, values: readonly ValueChange[]): ValueChange[] {
    return values.filter((value) => this.#typed.typistOf(subject, state, value) === null)
  }

  /**
   * Notes on the row what contradicts something typed, and gives back what is to be written: the rest, and
   * what was decided for the file.
   * @param name tells records of one kind in one row apart
   */
  sift(
    planned: PlannedRow,
    { subject, state, name = '' }: { subject: ContestedSubject; state: RecordState; name?: string },
    values: readonly ValueChange[],
  ): ValueChange[] {
    return [...groupBy(values, unitFor)].flatMap(([unit, some]) => {
      const typist = some
        .filter(isTypable)
        .map((value) => this.#typed.typistOf(subject, state, value))
        .find((found) => found !== null)
      if (!typist) return some
      if (this.#wasAskedInEarlierRow(state, unit, some)) return []
      const key = [subject, name, unit].filter(Boolean).join(' ')
      const wasKept = this.#typed.wasKept(subject, state, some)
      const chosen = this.#choices.get(conflictName(planned.number, key))
      const choice = chosen ?? (wasKept ? 'record' : null)
      planned.conflicts.push({ key, subject, state, values: some, typist, choice, wasKept })
      return choice === 'file' ? some : []
    })
  }

  #wasAskedInEarlierRow(state: RecordState, unit: string, values: readonly ValueChange[]): boolean {
    const units = this.#earlierRows.get(state) ?? new Map<string, readonly ValueChange[]>()
    this.#earlierRows.set(state, units)
    const earlier = units.get(unit)
    units.set(unit, values)
    return (
      earlier !== undefined &&
      earlier.length === values.length &&
      values.every(({ field, after }) => earlier.some((one) => one.field === field && one.after === after))
    )
  }
}

/** What was chosen for a conflict of a row, by now. */
export const choiceOf = (rowNumber: number, { key, choice }: PlannedConflict, choices: ConflictChoices) =>
  choices.get(conflictName(rowNumber, key)) ?? choice

/** True while a row waits for a decision about what somebody typed. */
export const isUndecided = (row: PlannedRow, choices: ConflictChoices): boolean =>
  row.conflicts.some((conflict) => choiceOf(row.number, conflict, choices) === null)
