import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import { hoursSinceTest, hoursWithin, type HoursAttended, type HoursSum } from '../../shared/rules/hours.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import { postTestStanding } from '../../shared/rules/postTests.ts'
import { addDays, type IsoDate } from '../../shared/values/dates.ts'
import { attendedBy, type Attended } from '../attendance/learnerHours.ts'
import type { QueryCall } from '../calls/call.ts'
import { allLevelTables } from '../levelTables/levelTableRows.ts'
import { listLearners } from '../learners/listLearners.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import { group, type Behind, type MadeOf } from './explanation.ts'
import { gainOfLearner } from './learnerGain.ts'

type Input<Name extends 'learners' | 'hours' | 'level'> = z.output<
  NonNullable<(typeof contract.explain)[Name]['~orpc']['inputSchema']>
>
type Call<Name extends 'learners' | 'hours' | 'level'> = Pick<
  QueryCall<Input<Name>>,
  'input' | 'db' | 'today' | 'sight'
>

/** What the number of learners in a list is made of: read a window at a time, for there can be many. */
export async function learnersMadeOf({ input, db, today, sight }: Call<'learners'>): Promise<MadeOf> {
  const { group: _, offset: _from, limit: _most, ...filters } = input
  const sort = { by: 'name' as const, descending: false }
  const windowOf = (offset: number, limit: number) =>
    listLearners(db, { ...filters, sort, offset, limit }, today, sight)
  const { total } = await windowOf(0, 1)
  return {
    asOf: today,
    value: { kind: 'count', count: total },
    groups: [
      {
        id: 'everyone',
        total,
        sum: null,
        window: async (offset, limit) =>
          (await windowOf(offset, limit)).rows.map(({ id, status, sections, levels }): Behind => ({
            id,
            learnerId: id,
            facts: [
              { kind: 'word', list: 'learnerStatuses', word: status },
              ...sections.map(({ code }) => ({ kind: 'text', text: code }) as const),
              ...levels.flatMap(({ skillArea, level }): ExplainedFact[] => [
                { kind: 'word', list: 'skillAreas', word: skillArea },
                { kind: 'level', level },
              ]),
            ],
            sources: [{ subject: 'learner', subjectId: id }],
          })),
      },
    ],
  }
}

/** The newest usable test of a learner in an area; undefined without one. */
const newestTest = (db: Reader, learnerId: number, skillArea: string) =>
  db
    .selectFrom('currentLevels')
    .innerJoin('assessments', 'assessments.id', 'currentLevels.assessmentId')
    .select(['assessments.id', 'assessments.testedOn', 'assessments.instrument', 'assessments.form'])
    .select(['assessments.score', 'currentLevels.level'])
    .where('currentLevels.learnerId', '=', learnerId)
    .where('currentLevels.skillArea', '=', skillArea)
    .executeTakeFirst()

/** What the current level of a learner rests on: the one test that it was read from. */
export async function levelMadeOf({ input, db, today, sight }: Call<'level'>): Promise<MadeOf> {
  const { learnerId, skillArea } = input
  await requireLearner(db, learnerId, sight)
  const test = await newestTest(db, learnerId, skillArea)
  return {
    asOf: today,
    value: { kind: 'level', level: test?.level ?? null },
    groups: [
      group('everyone', test ? [test] : [], ({ id, testedOn, instrument, form, score, level }): Behind => ({
        id,
        learnerId,
        facts: [
          { kind: 'day', day: testedOn },
          { kind: 'text', text: [instrument, form].filter(Boolean).join(' ') },
          { kind: 'text', text: String(score ?? '') },
          { kind: 'level', level },
        ],
        sources: [{ subject: 'assessment', subjectId: id }],
      })),
    ],
  }
}

/** An entry of hours that counts in a span, with the hours it adds there. */
interface Added {
  readonly one: Attended
  readonly adds: number
  /** A total of which only the share of its days counts. */
  readonly isShare: boolean
}

const hoursBehind = ({ one, adds, isShare }: Added): Behind => {
  const { isMeeting, recordId, sectionId, sectionCode, from, to } = one
  const ofClass = sectionId !== null && sectionCode !== null
  return {
    id: `${isMeeting} ${recordId} ${from}`,
    learnerId: null,
    record: ofClass
      ? { screen: isMeeting ? 'attendance' : 'class', recordId: sectionId, name: sectionCode }
      : null,
    facts: [
      from === to ? { kind: 'day', day: from } : { kind: 'span', from, to },
      ...(isShare ? [{ kind: 'remark', remark: 'shareOfPeriod', number: one.hours } as const] : []),
    ],
    adds,
    sources: [{ subject: isMeeting ? 'attendance' : 'instructionHours', subjectId: recordId }],
  }
}

/** The first and last day whose hours count, and the rule that adds them up. */
interface HoursSpan {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly sum: (some: readonly HoursAttended[]) => HoursSum
  /** What is missing after so many; only where that is asked. */
  readonly missing?: (since: HoursSum) => number | null
}

/** Before and after every day on record. */
const everyDay = { from: '0001-01-01', to: '9999-12-31' } as const

/** The span asked for; one of no days where the tests that it would lie between or after are not there. */
async function spanOf(db: Reader, { learnerId, span }: Input<'hours'>, today: IsoDate): Promise<HoursSpan> {
  const days = (from: IsoDate, to: IsoDate): HoursSpan => ({
    ...{ from, to },
    sum: (some) => hoursWithin(some, from, to),
  })
  const none = days(addDays(today, 1), today)
  if (span.kind === 'days') return days(span.from, span.to)
  if (span.kind === 'everyDay') return days(everyDay.from, everyDay.to)
  if (span.kind === 'sinceTest' || span.kind === 'untilNextTest') {
    const test = await newestTest(db, learnerId, span.skillArea)
    const isUntilNext = span.kind === 'untilNextTest'
    if (!test) return { ...none, ...(isUntilNext ? { missing: () => null } : {}) }
    const { testedOn } = test
    const since: HoursSpan = {
      ...{ from: addDays(testedOn, 1), to: today },
      sum: (some) => hoursSinceTest(some, testedOn, today, false),
    }
    if (!isUntilNext) return since
    const tables = prepareLevelTables(await allLevelTables(db))
    const last = { ...test, skillArea: span.skillArea }
    return { ...since, missing: (hours) => postTestStanding(last, hours, today, tables).hoursMissing }
  }
  const gain = await gainOfLearner(db, { learnerId, ...span }, today)
  const before = gain?.pre?.testedOn
  const after = (gain?.post ?? gain?.about)?.testedOn
  if (before === undefined || after === undefined) return none
  return {
    ...{ from: addDays(before, 1), to: addDays(after, -1) },
    sum: (some) => hoursSinceTest(some, before, after, true),
  }
}

/** What hours of a learner are made of: every meeting and every total, with what it adds. */
export async function hoursMadeOf({ input, db, today, sight }: Call<'hours'>): Promise<MadeOf> {
  const { learnerId, part } = input
  await requireLearner(db, learnerId, sight)
  const all = (await attendedBy(db, learnerId)).filter(
    ({ sectionCode, component }) =>
      part === null || (sectionCode === part.sectionCode && component === part.component),
  )
  const { from, to, sum, missing } = await spanOf(db, input, today)
  const added = all
    .map((one): Added => {
      const { hours: adds, isEstimate: isShare } = hoursWithin([one], from, to)
      return { one, adds, isShare }
    })
    .filter(({ adds }) => adds > 0)
    .toSorted((one, other) => (one.one.from < other.one.from ? 1 : -1))
  const counted = sum(all)
  return {
    asOf: today,
    value: missing
      ? { kind: 'hoursMissing', ...counted, missing: missing(counted) }
      : { kind: 'hours', ...counted },
    groups: [group('everyone', added, hoursBehind, counted.hours)],
  }
}
