import type { KeptRecord, UndoCounts, UndoPreview } from '../../../shared/contract/pastImports.ts'
import { groupBy } from '../../../shared/rules/groups.ts'
import { subjectsOf } from '../pastImports.ts'
import type { PlanDb } from '../planning.ts'
import { shown } from '../recordChanges.ts'
import type { Fate } from './fateOf.ts'
import type { UndoPlan } from './planUndo.ts'
import { subjectsInnermostFirst } from './recordKinds.ts'

/** How many records go, get values back, or stay as they are with something of the import. */
export function countFates(fates: readonly Fate[]): UndoCounts {
  const has = (...wanted: Fate['fate'][]) => fates.filter(({ fate }) => wanted.includes(fate)).length
  return { removed: has('removed'), putBack: has('putBack', 'partly'), kept: has('partly', 'kept') }
}

/** As many as somebody reads; the page of the import has them all once it is undone. */
const mostListed = 200

/** The plan as a person looks at it before going ahead. */
export async function describeUndo(db: PlanDb, { fates, signature }: UndoPlan): Promise<UndoPreview> {
  const staying = fates.filter(({ reason }) => reason !== null).slice(0, mostListed)
  const names = new Map<string, Awaited<ReturnType<typeof subjectsOf>>>()
  for (const [subject, some] of groupBy(staying, ({ record }) => record.subject)) {
    const ids = some.map(({ record }) => record.id)
    names.set(subject, await subjectsOf(db, subject, ids))
  }
  return {
    signature,
    counts: countFates(fates),
    // The records that others belong to come first.
    subjects: subjectsInnermostFirst.toReversed().flatMap((subject) => {
      const own = fates.filter(({ record }) => record.subject === subject)
      return own.length === 0 ? [] : [{ subject, ...countFates(own) }]
    }),
    kept: staying.map(({ record, reason, entries, keptValues }): KeptRecord => {
      const named = names.get(record.subject)?.get(record.id)
      return {
        key: `${record.subject} ${record.id}`,
        ...{ subject: record.subject, rowNumber: record.rowNumber, reason: reason! },
        ...{ learnerId: named?.learnerId ?? null, label: named?.label ?? '' },
        ...{ entries: [...entries], changes: shown(keptValues) },
      }
    }),
  }
}
