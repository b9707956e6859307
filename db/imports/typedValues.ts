import { isSameValue, lastChange } from '../origins/lastChange.ts'
import { listField } from '../origins/recordedFields.ts'
import { recordEvents, type RecordEvent } from '../origins/recordEvents.ts'
import { earlierDecisions, type EarlierDecision } from './earlierDecisions.ts'
import type { PlanDb } from './planning.ts'
import type { RecordState, ValueChange } from './recordChanges.ts'

/** Records whose values people type and files bring. */
export const contestedSubjects = ['learner', 'assessment', 'cohortMember', 'attempt'] as const
export type ContestedSubject = (typeof contestedSubjects)[number]

/** Who typed a value, and when (ISO 8601, UTC). */
export interface Typist {
  readonly byName: string
  readonly at: string
}

interface Known {
  readonly events: readonly RecordEvent[]
  readonly decisions: readonly EarlierDecision[]
}

const keyOf = (subject: ContestedSubject, id: number) => `${subject} ${id}`

const fieldOf = ({ field, after }: ValueChange) =>
  field === 'phone' ? listField.phone(String(after)) : field

/**
 * Which values somebody typed last, rather than a file. Planning is done row by row without waiting: it asks,
 * gets *nobody* for records that were not looked up yet, and is done again once they were.
 */
export class TypedValues {
  readonly #known = new Map<string, Known>()
  #asked: { subject: ContestedSubject; id: number; change: ValueChange }[] = []

  /** Who typed the value that a change would take away; null when nobody did, or nobody has looked yet. */
  typistOf(subject: ContestedSubject, { id }: RecordState, change: ValueChange): Typist | null {
    if (id === null) return null
    const known = this.#known.get(keyOf(subject, id))
    if (known) return typistIn(known.events, change)
    this.#asked.push({ subject, id, change })
    return null
  }

  /** True when somebody decided before, against this very value of a file, to keep what is on record. */
  wasKept(subject: ContestedSubject, { id }: RecordState, values: readonly ValueChange[]): boolean {
    const decisions = id === null ? [] : (this.#known.get(keyOf(subject, id))?.decisions ?? [])
    return decisions.some(({ before, after }) =>
      values.every(
        (value) =>
          isSameValue(before[value.field], value.before) && isSameValue(after[value.field], value.after),
      ),
    )
  }

  /** Looks up what was asked since; true when somebody typed any of it, and the planning has to be done again. */
  async lookUp(db: PlanDb): Promise<boolean> {
    const asked = this.#asked
    this.#asked = []
    for (const subject of contestedSubjects) {
      const ids = [...new Set(asked.filter((one) => one.subject === subject).map(({ id }) => id))]
      if (ids.length === 0) continue
      const events = await recordEvents(db, subject, ids)
      const decisions = await earlierDecisions(db, subject, ids)
      for (const id of ids) {
        this.#known.set(keyOf(subject, id), {
          events: events.get(id) ?? [],
          decisions: decisions.get(id) ?? [],
        })
      }
    }
    return asked.some(({ subject, id, change }) => {
      const known = this.#known.get(keyOf(subject, id))
      return known !== undefined && typistIn(known.events, change) !== null
    })
  }
}

function typistIn(events: readonly RecordEvent[], change: ValueChange): Typist | null {
  const last = lastChange(events, fieldOf(change))
  if (last?.origin.kind !== 'typed') return null
  const { byName, at } = last.origin
  return { byName, at }
}
