import type { Writer } from '../schema.ts'
import type { MergeLog } from './mergeLog.ts'
import { distinctTable, personTables, type PersonTableName } from './personTables.ts'
import type { MergePlan } from './planMerge.ts'
import { rowsWith, type Row } from './rows.ts'

/** A stay in a class from the first to the last day of both; null has no end, or was always. */
export function bothStays(kept: Row, other: Row): { startDate: string | null; endDate: string | null } {
  const known = (name: 'startDate' | 'endDate') =>
    kept[name] === null || other[name] === null ? null : [String(kept[name]), String(other[name])].toSorted()
  return { startDate: known('startDate')?.[0] ?? null, endDate: known('endDate')?.[1] ?? null }
}

/** Findings that were accepted for both stay accepted once. */
const findingKey = (row: Row) => JSON.stringify([row.rule, row.subject, row.subjectId])

/** Accepted findings go over; one about the record itself is about the kept one then. */
export async function moveFindings(log: MergeLog, { kept, other }: MergePlan) {
  const known = new Set(kept.rows.acceptedFindings.map(findingKey))
  for (const row of other.rows.acceptedFindings) {
    const isOfPerson = row.subject === 'learner' && row.subjectId === other.id
    const to = { learnerId: kept.id, ...(isOfPerson ? { subjectId: kept.id } : {}) }
    if (known.has(findingKey({ ...row, ...to }))) await log.leaveOut(personTables.acceptedFindings, row)
    else await log.change(personTables.acceptedFindings, row, to)
  }
}

/** Who is somebody else than the other is somebody else than the kept one; that the two were said to be falls away. */
export async function moveDistinct(db: Writer, log: MergeLog, { kept, other }: MergePlan) {
  const pairsOf = async (id: number) => [
    ...(await rowsWith(db, distinctTable, 'learnerId', [id])),
    ...(await rowsWith(db, distinctTable, 'otherLearnerId', [id])),
  ]
  const known = new Set((await pairsOf(kept.id)).flatMap((row) => [row.learnerId, row.otherLearnerId]))
  for (const row of await pairsOf(other.id)) {
    const third = Number(row.learnerId === other.id ? row.otherLearnerId : row.learnerId)
    if (third === kept.id || known.has(third)) {
      await log.leaveOut(distinctTable, row)
      continue
    }
    const [learnerId, otherLearnerId] = [kept.id, third].toSorted((one, two) => one - two) as [number, number]
    await log.change(distinctTable, row, { learnerId, otherLearnerId })
  }
}

/** Rows of these tables stay beside a screening that looked at both. */
const photographed: readonly PersonTableName[] = ['screeningResults', 'screeningOpenAnswers', 'decisions']

/** Moves what hangs on the person, and takes out what would stand twice. */
export async function moveRows(log: MergeLog, plan: MergePlan, leftOut: ReadonlySet<Row>) {
  const { kept, other, sharedClasses, sharedScreenings } = plan
  for (const { kept: own, other: others } of sharedClasses) {
    await log.change(personTables.sectionMembers, own, bothStays(own, others))
    await log.leaveOut(personTables.sectionMembers, others)
  }
  const gone = new Set([...leftOut, ...sharedClasses.map((pair) => pair.other)])
  for (const name of Object.keys(personTables) as PersonTableName[]) {
    if (name === 'acceptedFindings') continue
    for (const row of [...kept.rows[name], ...other.rows[name]]) {
      // A seat went with its sittings.
      if (leftOut.has(row) && name !== 'cohortMembers') await log.leaveOut(personTables[name], row)
    }
    for (const row of other.rows[name]) {
      if (gone.has(row)) continue
      if (photographed.includes(name) && sharedScreenings.has(Number(row.screeningId))) continue
      await log.change(personTables[name], row, { learnerId: kept.id })
    }
  }
}
