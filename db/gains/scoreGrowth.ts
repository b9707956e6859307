import { sql } from 'kysely'
import { gainBetween } from '../../shared/rules/gains.ts'
import { hoursSinceTest, type HoursAttended } from '../../shared/rules/hours.ts'
import type { AssessmentFact, LevelTables } from '../../shared/rules/levels.ts'
import type { ScoreGrowth } from '../../shared/rules/timeToReady.ts'
import { addYears, type IsoDate } from '../../shared/values/dates.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { hoursOfMark } from '../attendance/attendedHours.ts'
import { keptUntilChange } from '../calls/keptUntilChange.ts'
import type { Reader } from '../schema.ts'

/** How far back the program's own growth is read, in years: older classes were taught otherwise. */
const yearsBack = 3

/** Each usable test of an area with the one before it, of everybody. */
const neighbours = (db: Reader, skillArea: SkillArea, from: IsoDate, today: IsoDate) =>
  db
    .selectFrom((all) =>
      all
        .selectFrom('assessments')
        .select(['id', 'learnerId', 'instrument', 'form', 'testedOn', 'score'])
        .select([
          sql<string | null>`lag("instrument") over before`.as('instrumentBefore'),
          sql<string | null>`lag("form") over before`.as('formBefore'),
          sql<string | null>`lag("testedOn") over before`.as('testedOnBefore'),
          sql<number | null>`lag("score") over before`.as('scoreBefore'),
        ])
        .where('skillArea', '=', skillArea)
        .where('testedOn', '>=', from)
        .where('testedOn', '<=', today)
        .where('score', 'is not', null)
        .where('accurate', '=', 1)
        .where('voidedAt', 'is', null)
        .modifyEnd(sql`window before as (partition by "learnerId" order by "testedOn", "id")`)
        .as('tests'),
    )
    .where('tests.testedOnBefore', 'is not', null)

/** Hours at class meetings between each test and the one before it; added up in the file, for there are many. */
async function meetingHours(db: Reader, skillArea: SkillArea, from: IsoDate, today: IsoDate) {
  const rows = await neighbours(db, skillArea, from, today)
    .innerJoin('attendance', 'attendance.learnerId', 'tests.learnerId')
    .innerJoin('meetings', (join) =>
      join
        .onRef('meetings.id', '=', 'attendance.meetingId')
        .onRef('meetings.heldOn', '>', sql.ref('tests.testedOnBefore'))
        .onRef('meetings.heldOn', '<', 'tests.testedOn'),
    )
    .groupBy('tests.id')
    .select('tests.id')
    .select((row) => row.fn.sum<number>(hoursOfMark).as('hours'))
    .execute()
  return new Map(rows.map(({ id, hours }) => [id, hours]))
}

async function totalsOf(db: Reader, from: IsoDate): Promise<ReadonlyMap<number, HoursAttended[]>> {
  const rows = await db
    .selectFrom('instructionHours')
    .select(['learnerId', 'periodFrom as from', 'periodTo as to', 'hours'])
    .where('periodTo', '>=', from)
    .execute()
  return Map.groupBy(rows, ({ learnerId }) => learnerId)
}

interface Measured {
  readonly skillArea: SkillArea
  readonly generation: string
}

/**
 * How the scores of all learners of the program grew in one area, on one generation of tests: each test against the one
 * before it that it may be compared with, with the hours between. It names nobody, and is kept until a record changes:
 * the way of every learner is read from it.
 */
export const scoreGrowth = (db: Reader, measured: Measured, today: IsoDate, tables: LevelTables) =>
  keptUntilChange(db, ['scoreGrowth', measured.skillArea, measured.generation, today], () =>
    growthOf(db, measured, today, tables),
  )

async function growthOf(
  db: Reader,
  { skillArea, generation }: Measured,
  today: IsoDate,
  tables: LevelTables,
): Promise<ScoreGrowth[]> {
  const from = addYears(today, -yearsBack)
  const pairs = await neighbours(db, skillArea, from, today).selectAll('tests').execute()
  const inMeetings = await meetingHours(db, skillArea, from, today)
  const inTotals = await totalsOf(db, from)
  return pairs.flatMap((pair): ScoreGrowth[] => {
    const fact = (instrument: string, form: string, testedOn: IsoDate, score: number): AssessmentFact => ({
      ...{ skillArea, instrument, form, testedOn, score },
      inaccurate: false,
      voided: false,
    })
    const before = fact(pair.instrumentBefore!, pair.formBefore!, pair.testedOnBefore!, pair.scoreBefore!)
    const after = fact(pair.instrument, pair.form, pair.testedOn, pair.score!)
    if (tables.tableFor(after.instrument, skillArea, after.testedOn)?.generation !== generation) return []
    const totals = hoursSinceTest(inTotals.get(pair.learnerId) ?? [], before.testedOn, after.testedOn, true)
    const hours = totals.hours + (inMeetings.get(pair.id) ?? 0)
    if (gainBetween(before, after, hours, today, tables).state === 'notComparable') return []
    return [{ points: after.score! - before.score!, hours }]
  })
}
