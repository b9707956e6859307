import { sql } from 'kysely'
import type { EarlyPostTest } from '../../shared/rules/dataChecks/facts.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { postTestTiming } from '../../shared/rules/postTestTiming.ts'
import type { SkillArea } from '../../shared/values/vocabulary.ts'
import { factOf } from './assessmentRows.ts'
import { hoursForTestsFrom } from './hoursForEntry.ts'
import { hoursOfMark } from '../attendance/attendedHours.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'

/** Learners whose hours are in memory at one time: meetings of years are many. */
const learnersAtOnce = 500

/**
 * Learners with two usable tests of an area in a row and few hours at class meetings between. It is worked out in the
 * file, because most learners are not among them; totals of hours can only take somebody off.
 */
async function candidates(db: Reader, sight: Sight, most: number): Promise<number[]> {
  const rows = await db
    .selectFrom((all) =>
      all
        .selectFrom('assessments')
        .innerJoin('learners', 'learners.id', 'assessments.learnerId')
        .select(['assessments.id', 'assessments.learnerId', 'assessments.testedOn'])
        .select(
          sql<string | null>`lag("assessments"."testedOn") over (
            partition by "assessments"."learnerId", "skillArea" order by "assessments"."testedOn", "assessments"."id"
          )`.as('before'),
        )
        .where('score', 'is not', null)
        .where('accurate', '=', 1)
        .where('voidedAt', 'is', null)
        .where(learnerIsThere())
        .where(learnerInSight(sight, 'learners.id'))
        .as('tests'),
    )
    .where('tests.before', 'is not', null)
    .leftJoin('attendance', 'attendance.learnerId', 'tests.learnerId')
    .leftJoin('meetings', (join) =>
      join
        .onRef('meetings.id', '=', 'attendance.meetingId')
        .onRef('meetings.heldOn', '>', 'tests.before')
        .onRef('meetings.heldOn', '<', 'tests.testedOn'),
    )
    .groupBy(['tests.id', 'tests.learnerId'])
    .having(
      (row) =>
        row.fn.coalesce(
          row.fn.sum<number>(sql<number>`case when "meetings"."id" is null then 0 else ${hoursOfMark} end`),
          row.lit(0),
        ),
      '<',
      most,
    )
    .select('tests.learnerId')
    .execute()
  return [...new Set(rows.map(({ learnerId }) => learnerId))]
}

/** The post-tests in sight that came before their hours, with the reason where one was given. */
export async function earlyPostTests(db: Reader, sight: Sight): Promise<EarlyPostTest[]> {
  const levelTables = await allLevelTables(db)
  const tables = prepareLevelTables(levelTables)
  const ids = await candidates(db, sight, Math.max(0, ...levelTables.map(({ minimumHours }) => minimumHours)))
  const found: EarlyPostTest[] = []
  for (let start = 0; start < ids.length; start += learnersAtOnce) {
    const some = ids.slice(start, start + learnersAtOnce)
    const rows = await db
      .selectFrom('assessments')
      .innerJoin('learners', 'learners.id', 'assessments.learnerId')
      .selectAll('assessments')
      .select('learners.foldedName')
      .where('assessments.learnerId', 'in', some)
      .where('assessments.skillArea', '<>', 'civics')
      .orderBy('assessments.testedOn')
      .orderBy('assessments.id')
      .execute()
    if (rows.length === 0) continue
    const hours = await hoursForTestsFrom(db, some, rows[0]!.testedOn)
    for (const [learnerId, tests] of Map.groupBy(rows, (row) => row.learnerId)) {
      const facts = tests.map((row) => ({ row, fact: factOf(row) }))
      const others = facts.map(({ fact }) => fact)
      for (const { row, fact } of facts) {
        const table = tables.tableFor(fact.instrument, fact.skillArea, fact.testedOn)
        const timing = postTestTiming(fact, table, others, hours.get(learnerId) ?? [], tables)
        if (timing.state !== 'early') continue
        found.push({
          ...{ id: row.id, learnerId, testedOn: row.testedOn, earlyReason: row.earlyReason },
          ...{ foldedName: row.foldedName, skillArea: row.skillArea as SkillArea },
          ...{ hours: timing.hours, minimumHours: timing.minimumHours },
        })
      }
    }
  }
  return found.toSorted((one, other) =>
    one.foldedName === other.foldedName
      ? one.learnerId - other.learnerId
      : one.foldedName < other.foldedName
        ? -1
        : 1,
  )
}
