import type { Selectable } from 'kysely'
import { contract } from '../../shared/contract/index.ts'
import type { Benchmark, BenchmarkFields } from '../../shared/contract/benchmarks.ts'
import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { BenchmarkKind, BenchmarkMeasure } from '../../shared/values/vocabulary.ts'
import { command, query } from '../calls/useCase.ts'
import { invalidFields, notFound } from '../failure.ts'
import type { BenchmarkTable, Writer } from '../schema.ts'

function benchmarkOf({ createdAt: _createdAt, ...row }: Selectable<BenchmarkTable>): Benchmark {
  return { ...row, kind: row.kind as BenchmarkKind, measure: row.measure as BenchmarkMeasure }
}

const field = (path: string, code: string): FieldProblem => ({
  path,
  code,
  values: {},
})

function figureProblems({ numerator, denominator, ratePercent }: BenchmarkFields): FieldProblem[] {
  if (ratePercent !== null) {
    return numerator === null && denominator === null ? [] : [field('ratePercent', 'benchmarks.countsOrRate')]
  }
  if (numerator === null && denominator === null) return [field('ratePercent', 'benchmarks.figureMissing')]
  if (numerator === null) return [field('numerator', 'benchmarks.bothCounts')]
  if (denominator === null) return [field('denominator', 'benchmarks.bothCounts')]
  return numerator > denominator ? [field('numerator', 'benchmarks.moreThanAll')] : []
}

async function check(db: Writer, fields: BenchmarkFields, today: IsoDate): Promise<void> {
  const problems = figureProblems(fields)
  const ofPart = fields.measure === 'firstTimePassRateOfPart'
  if (ofPart && fields.partKey === null) problems.push(field('partKey', 'benchmarks.partMissing'))
  if (!ofPart && fields.partKey !== null) problems.push(field('partKey', 'benchmarks.partNotNeeded'))
  if (fields.validOn > today) problems.push(field('validOn', 'benchmarks.inFuture'))
  const track = await db.selectFrom('tracks').select('id').where('id', '=', fields.trackId).executeTakeFirst()
  if (!track) problems.push(field('trackId', 'benchmarks.noSuchTrack'))
  if (problems.length > 0) throw invalidFields(problems)
}

async function readBenchmark(db: Writer, id: number): Promise<Benchmark> {
  const row = await db.selectFrom('benchmarks').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('benchmark')
  return benchmarkOf(row)
}

export const benchmarks = {
  list: query(contract.benchmarks.list, async ({ input, db }) => {
    let rows = db.selectFrom('benchmarks').selectAll().orderBy('validOn', 'desc').orderBy('id')
    if (input.trackId !== null) rows = rows.where('trackId', '=', input.trackId)
    return (await rows.execute()).map(benchmarkOf)
  }),

  create: command(contract.benchmarks.create, async ({ input, db, today, now, audit }) => {
    await check(db, input, today)
    const { id } = await db
      .insertInto('benchmarks')
      .values({ ...input, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    audit({ subject: 'benchmark', subjectId: id, after: input })
    return { benchmarkId: id }
  }),

  change: command(contract.benchmarks.change, async ({ input, db, today, audit }) => {
    const { benchmarkId, ...fields } = input
    const before = await readBenchmark(db, benchmarkId)
    await check(db, fields, today)
    await db.updateTable('benchmarks').set(fields).where('id', '=', benchmarkId).execute()
    audit({ subject: 'benchmark', subjectId: benchmarkId, before, after: fields })
    return {}
  }),

  remove: command(contract.benchmarks.remove, async ({ input, db, audit }) => {
    const before = await readBenchmark(db, input.benchmarkId)
    await db.deleteFrom('benchmarks').where('id', '=', input.benchmarkId).execute()
    audit({ subject: 'benchmark', subjectId: input.benchmarkId, before })
    return {}
  }),
}
