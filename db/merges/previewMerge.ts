import type { MergedFactRow, MergePreview, MovedCount } from '../../shared/contract/merges.ts'
import type { TrackReference } from '../../shared/contract/learnerFacts.ts'
import type { RecordOrigins, ValueOrigin } from '../../shared/contract/origins.ts'
import { mergedFacts, proposedFact, type FactSide, type MergedFact } from '../../shared/rules/merging.ts'
import type { MovedKind } from '../../shared/values/merges.ts'
import type { QueryCall } from '../calls/call.ts'
import { recordOrigins } from '../origins/recordOrigins.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { describeDoubles } from './describeDoubles.ts'
import { mergedPeople } from './mergedPeople.ts'
import { mergeWarnings } from './mergeWarnings.ts'
import { phonesOfBoth } from './mergeFacts.ts'
import { bothStays } from './moveRows.ts'
import { personTables, type PersonTableName } from './personTables.ts'
import { planMerge, type MergePlan } from './planMerge.ts'

type Db = Pick<Reader, 'selectFrom'>

/** Something invented or untold says nothing of what should count. */
const sideOf = (value: FactSide['value'], origin: ValueOrigin): FactSide => ({
  value,
  isTyped: origin.kind === 'typed' ? true : origin.kind === 'file' ? false : null,
  since: 'at' in origin ? origin.at : null,
})
const shownOrigin = (origin: ValueOrigin) => ({ kind: origin.kind, at: 'at' in origin ? origin.at : null })

const originOfFact = ({ record, fields }: RecordOrigins, fact: MergedFact) =>
  fields.find(({ field }) => field === fact)?.origin ?? record

async function factRows(db: Db, { kept, other }: MergePlan, sight: Sight): Promise<MergedFactRow[]> {
  const keptOrigins = await recordOrigins(db, { subject: 'learner', subjectId: kept.id }, sight)
  const otherOrigins = await recordOrigins(db, { subject: 'learner', subjectId: other.id }, sight)
  return mergedFacts.map((fact) => {
    const values = { kept: kept.learner[fact] ?? null, other: other.learner[fact] ?? null }
    const origins = { kept: originOfFact(keptOrigins, fact), other: originOfFact(otherOrigins, fact) }
    const proposal = proposedFact(
      fact,
      sideOf(values.kept, origins.kept),
      sideOf(values.other, origins.other),
    )
    return {
      ...{ fact, ...values },
      ...{ keptOrigin: shownOrigin(origins.kept), otherOrigin: shownOrigin(origins.other) },
      ...{ proposed: proposal.choice, reason: proposal.reason },
    }
  })
}

/** How much goes over to the kept record; what would stand twice is shown apart. */
function movesOf({ other, doubles, sharedClasses, sharedScreenings }: MergePlan): MovedCount[] {
  const twice = new Set([...doubles.map((one) => one.other), ...sharedClasses.map((one) => one.other)])
  const counts = new Map<MovedKind, number>()
  const add = (kind: MovedKind, count: number) =>
    void (count > 0 && counts.set(kind, (counts.get(kind) ?? 0) + count))
  for (const name of Object.keys(personTables) as PersonTableName[]) {
    const { kind } = personTables[name]
    if (kind === null) continue
    const stays = name === 'screeningResults' || name === 'decisions' ? sharedScreenings : new Set<number>()
    const moving = other.rows[name].filter((row) => !twice.has(row) && !stays.has(Number(row.screeningId)))
    add(kind, moving.length)
  }
  add('attempts', other.attempts.filter((row) => !twice.has(row)).length)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

async function tracksNamed(db: Db, { kept, other }: MergePlan): Promise<TrackReference[]> {
  const ids = [kept, other].flatMap(({ learner }) => learner.interestTrackId ?? [])
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('tracks')
    .select(['id', 'nameEn', 'nameEs'])
    .where('id', 'in', ids.map(Number))
    .execute()
  return rows.map(({ id, nameEn, nameEs }) => ({ id, name: { en: nameEn, es: nameEs } }))
}

async function classesOfBoth(db: Db, { sharedClasses }: MergePlan) {
  const rows = []
  for (const { kept, other } of sharedClasses) {
    const { code } = await db
      .selectFrom('sections')
      .select('code')
      .where('id', '=', Number(kept.sectionId))
      .executeTakeFirstOrThrow()
    rows.push({ code, ...bothStays(kept, other) })
  }
  return rows
}

/** Both records side by side, with what would become of them. */
export async function previewMerge(
  call: QueryCall<{ keptId: number; otherId: number }>,
): Promise<MergePreview> {
  const { db, input, sight } = call
  const plan = await planMerge(db, input, sight)
  const { kept, other } = plan
  const people = await mergedPeople(db, [kept.id, other.id])
  const studentIds = [kept, other].flatMap(({ learner, otherIds }) => [
    learner.studentId,
    ...otherIds.map(({ studentId }) => studentId),
  ])
  return {
    signature: plan.signature,
    ...{ kept: people.get(kept.id)!, other: people.get(other.id)! },
    facts: await factRows(db, plan, sight),
    tracks: await tracksNamed(db, plan),
    phones: phonesOfBoth(plan).map(({ number }) => String(number)),
    studentIds: [...new Set(studentIds.filter((id) => id !== null).map(String))],
    moves: movesOf(plan),
    doubles: await describeDoubles(db, plan.doubles),
    sharedClasses: await classesOfBoth(db, plan),
    warnings: await mergeWarnings(db, plan),
  }
}
