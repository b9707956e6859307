import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Explanation, ExplainedGroup } from '../../shared/contract/explanation.ts'
import { gainNumbers, leftOutOfTables } from '../../shared/contract/explain.ts'
import { certifiedOfCompleters } from '../../shared/rules/certificationCounts.ts'
import { thresholdOf } from '../../shared/rules/screening/tryThreshold.ts'
import { countWithinPoints } from '../../shared/rules/screening/reasonsHoldingBack.ts'
import { workListIds } from '../../shared/rules/workLists.ts'
import { programYearSpan } from '../../shared/values/dates.ts'
import { roles, type Role } from '../../shared/values/vocabulary.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { learnersIn, seenProgram, type SeenProgram } from './sight/seenProgram.ts'

/**
 * For each number that a role sees on screen: what the number is made of says the same number, lists as many
 * people or records, and names nobody out of sight.
 */
let it: SeenProgram
beforeAll(async () => {
  it = await seenProgram()
}, 30_000)
afterAll(() => it.dispose())

type Window = { group: ExplainedGroup | null; offset: number; limit: number }
type Ask = (window: Window) => Promise<Explanation>

/** More than anybody counts here: one window holds a group. */
const limit = 500

type HourSpan = Parameters<SeenProgram['api']['explain']['hours']>[0]['span']

let checked = 0

/** Checks one number against what it is made of; answers with what it is made of. */
async function expectMadeOf(role: Role, ask: Ask, shown: Explanation['value'] | number) {
  const said = await ask({ group: null, offset: 0, limit })
  expect(said.value).toEqual(typeof shown === 'number' ? { kind: 'count', count: shown } : shown)
  const [first, second] = said.groups
  const { value } = said
  if (value.kind === 'count') expect(first!.total).toBe(value.count)
  if (value.kind === 'rate') {
    const below =
      first!.id === 'gained' ? said.groups.reduce((sum, { total }) => sum + total, 0) : second!.total
    expect([first!.total, below]).toEqual([value.numerator, value.denominator])
  }
  for (const group of said.groups) {
    if (role === 'viewer') {
      expect(said).toMatchObject({ isNameless: true, rows: [] })
      continue
    }
    const { rows } = group === first ? said : await ask({ group: group.id, offset: 0, limit })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(group.total)
    if (role === 'instructor') expect(learnersIn(rows).filter((id) => !it.own.has(id))).toEqual([])
    if (group.sum !== null) {
      const sum = rows.reduce((so, { adds }) => so + (adds ?? 0), 0)
      // Each row is rounded to a hundredth of an hour, and so is the sum.
      expect(Math.abs(sum - group.sum)).toBeLessThanOrEqual(0.005 * (rows.length + 1))
    }
  }
  checked++
  return said
}

/** One line of each kind; the first alone for a role that sees what another one sees too. */
const someOf = <Line extends { kind: string }>(lines: readonly Line[], role: Role) =>
  role === 'director' || role === 'instructor'
    ? [...new Map(lines.map((line) => [line.kind, line])).values()]
    : lines.slice(0, 1)

const rate = ({ numerator, denominator }: { numerator: number | null; denominator: number | null }) => ({
  kind: 'rate' as const,
  numerator: numerator!,
  denominator: denominator!,
})

async function completionReport(role: Role) {
  const { api } = it
  const { total, byCohort, bySite, byEntryLevel, leavings } = await api.reports.completion({})
  const counts = ['enrolled', 'completed', 'withdrew', 'excluded', 'stillIn', 'didNotStart'] as const
  for (const line of someOf([total, ...byCohort!, ...bySite!, ...byEntryLevel!], role)) {
    const { kind, key } = line
    const ask =
      (number: (typeof counts)[number] | 'completionRate' | 'finishedRate'): Ask =>
      (window) =>
        api.explain.completion({ filters: {}, line: { kind, key }, number, ...window })
    for (const number of counts) await expectMadeOf(role, ask(number), line[number]!)
    await expectMadeOf(role, ask('completionRate'), rate(line.completionRate))
    await expectMadeOf(role, ask('finishedRate'), rate(line.finishedRate))
  }
  const line = { kind: 'total' as const, key: '' }
  for (const { status, reason, count } of leavings!) {
    const leaving = { status, reason: reason ?? ('none' as const) }
    const ask = (number: 'leavingShare' | typeof status): Ask => {
      return (window) => api.explain.completion({ filters: {}, line, number, leaving, ...window })
    }
    await expectMadeOf(role, ask(status), count!)
    await expectMadeOf(role, ask('leavingShare'), {
      kind: 'rate',
      numerator: count!,
      denominator: total[status]!,
    })
  }
}

async function certificationReport(role: Role) {
  const { api } = it
  for (const { credential, total, byCohort, byAttempt } of (await api.reports.certification({}))
    .credentials) {
    type Asked = Omit<
      Parameters<typeof api.explain.certification>[0],
      keyof Window | 'filters' | 'credentialId'
    >
    const ask =
      (asked: Asked): Ask =>
      (window) =>
        api.explain.certification({ filters: {}, credentialId: credential.id, ...asked, ...window })
    for (const { kind, key, parts, ...line } of someOf([total, ...byCohort!], role)) {
      for (const number of ['completers', 'certified', 'pending'] as const)
        await expectMadeOf(role, ask({ line: { kind, key }, number }), line[number]!)
      for (const number of ['firstTime', 'certifiedOfTested', 'certifiedOfCompleters'] as const)
        await expectMadeOf(role, ask({ line: { kind, key }, number }), rate(line[number]))
      for (const { part, firstTime } of parts)
        await expectMadeOf(role, ask({ line: { kind, key }, number: 'firstTimePart', part }), rate(firstTime))
    }
    const line = { kind: 'total' as const, key: '' }
    for (const { part, number: attempt, pass, fail, ...others } of byAttempt!) {
      const counts = { pass, fail, ...others }
      for (const result of ['pass', 'fail', 'noShow', 'waiting'] as const)
        await expectMadeOf(role, ask({ line, number: 'sat', part, attempt, result }), counts[result]!)
      const shown = { numerator: pass, denominator: pass! + fail! }
      await expectMadeOf(role, ask({ line, number: 'attemptRate', part, attempt }), rate(shown))
    }
  }
}

async function gainReport(role: Role) {
  const { api } = it
  const { programYear, lines } = await api.gains.report({})
  for (const line of someOf(lines, role)) {
    const { kind, key, skillArea, hoursPerLevel, levelsGained } = line
    for (const number of gainNumbers) {
      const ask: Ask = (window) => api.explain.gains({ programYear, kind, key, skillArea, number, ...window })
      if (number === 'hoursPerLevel') {
        const hours = expect.any(Number) as number
        await expectMadeOf(role, ask, { kind: number, hours, levels: levelsGained, hoursPerLevel })
      } else {
        await expectMadeOf(role, ask, typeof line[number] === 'number' ? line[number] : rate(line[number]))
      }
    }
  }
}

/** Those who may compare them with the state's; an instructor and a viewer may not. */
const mayCompare = (role: Role) => role !== 'instructor' && role !== 'viewer'

const mayTry = (role: Role) => role === 'director' || role === 'coordinator'

async function federalTables(role: Role) {
  if (!mayCompare(role)) return
  const { api } = it
  const { programYear, table4, table4Total, table11, ...leftOut } = await resultOf(
    api.gains.federal({ programYear: 2026 }),
  )
  type Counted = Parameters<typeof api.explain.federal>[0]['counted']
  const ask =
    (counted: Counted): Ask =>
    (window) =>
      api.explain.federal({ programYear, counted, ...window })
  for (const { entryLevel, ...row } of [{ entryLevel: null, ...table4Total }, ...table4.slice(0, 1)]) {
    const of = { table: 'table4' as const, entryLevel }
    const counts = [
      'participants',
      'excluded',
      'levelGains',
      'trainingGains',
      'separated',
      'remaining',
    ] as const
    for (const number of counts) await expectMadeOf(role, ask({ ...of, number }), row[number])
    const numerator = row.levelGains + row.trainingGains
    const shown = rate({ numerator, denominator: row.participants - row.excluded })
    await expectMadeOf(role, ask({ ...of, number: 'rate' }), shown)
  }
  const { excluded, withoutHours } = table11
  const { withoutLevel, belowTwelveHours } = leftOut
  const inNone = { withoutLevel, belowTwelveHours, excluded, withoutHours }
  for (const number of leftOutOfTables)
    await expectMadeOf(role, ask({ table: 'none', number }), inNone[number])
  for (const { id, included, achieved } of table11.rows.filter((row) => row.achieved !== null)) {
    const of = { table: 'table11' as const, row: id }
    await expectMadeOf(role, ask({ ...of, number: 'included' }), included!)
    await expectMadeOf(role, ask({ ...of, number: 'achieved' }), achieved!)
    const shown = rate({ numerator: achieved, denominator: included })
    await expectMadeOf(role, ask({ ...of, number: 'rate' }), shown)
  }
}

async function cohortPages(role: Role) {
  const { api } = it
  const { rows } = await api.cohorts.list({ limit: 3 })
  for (const { id, completion, certification } of rows) {
    const filters = { cohortIds: [id] }
    const line = { kind: 'total' as const, key: '' }
    await expectMadeOf(
      role,
      (window) => api.explain.completion({ filters, line, number: 'enrolled', ...window }),
      completion.enrolled,
    )
    if (certification === null) continue
    const pending = { filters, line, credentialId: null, number: 'pending' as const }
    await expectMadeOf(
      role,
      (window) => api.explain.certification({ ...pending, ...window }),
      certification.pending,
    )
    const asked = { filters, line, credentialId: null, number: 'certifiedOfCompleters' as const }
    await expectMadeOf(
      role,
      (window) => api.explain.certification({ ...asked, ...window }),
      rate(certifiedOfCompleters(certification)),
    )
  }
}

async function cohortSeats(role: Role) {
  const { api } = it
  const { rows } = await api.cohorts.list({ limit: 5 })
  for (const { id: cohortId, members, seats, seatsLeft: left } of rows) {
    const ask =
      (number: 'members' | 'seatsLeft'): Ask =>
      (window) =>
        api.explain.cohort({ cohortId, number, ...window })
    await expectMadeOf(role, ask('members'), members)
    const said = await expectMadeOf(role, ask('seatsLeft'), { kind: 'seatsLeft', seats, left })
    if (seats !== null && left !== null) expect(said.groups[0]!.total).toBe(seats - left)
  }
}

async function learnerLists(role: Role) {
  const { api } = it
  for (const filters of [{}, { tested: false }, { status: ['active' as const], text: 'a' }]) {
    const { total } = await api.learners.list(filters)
    await expectMadeOf(role, (window) => api.explain.learners({ ...filters, ...window }), total)
  }
}

async function timesToReady(role: Role, learnerId: number) {
  const { api } = it
  const trackId = it.track.id
  for (const { skillArea, time } of (await api.gains.wayToTrack({ learnerId, trackId })).areas) {
    const n = time.state === 'ready' ? 0 : time.n
    const said = await expectMadeOf(
      role,
      (window) => api.explain.timeToReady({ learnerId, trackId, skillArea, ...window }),
      {
        ...{ kind: 'likelyHours', n },
        from: time.state === 'range' ? time.from : null,
        to: time.state === 'range' ? time.to : null,
      },
    )
    expect(said.groups[0]!.total).toBe(n)
  }
}

async function learnerGains(role: Role) {
  const { api } = it
  for (const learnerId of [it.mine, it.former])
    for (const { programYear, gains } of await api.gains.ofLearner({ learnerId }))
      for (const { skillArea, preLevel: from, postLevel: to, levels, hours, pre, post } of gains) {
        const of = { learnerId, skillArea, programYear }
        const said = await expectMadeOf(role, (window) => api.explain.learnerGain({ ...of, ...window }), {
          ...{ kind: 'levelsGained', from, to, levels },
        })
        expect(said.groups[0]!.total).toBe([pre, post].filter((test) => test !== null).length)
        if (hours === null) continue
        const span = { kind: 'betweenTests' as const, skillArea, programYear }
        const isEstimate = expect.any(Boolean) as boolean
        await expectMadeOf(role, (window) => api.explain.hours({ learnerId, span, ...window }), {
          ...{ kind: 'hours', hours, isEstimate },
        })
      }
}

async function learnerPages(role: Role) {
  const { api } = it
  for (const learnerId of [it.mine, it.former]) {
    const hours = await api.attendance.ofLearner({ learnerId })
    const ask =
      (span: HourSpan, part: { sectionCode: string | null; component: string } | null = null): Ask =>
      (window) =>
        api.explain.hours({ learnerId, span, part, ...window })
    const estimated = expect.any(Boolean) as boolean
    for (const { programYear, hours: inYear, parts } of hours.years) {
      const span = { kind: 'days' as const, ...programYearSpan(programYear) }
      await expectMadeOf(role, ask(span), { kind: 'hours', hours: inYear, isEstimate: estimated })
      for (const { hours: inPart, ...part } of parts)
        await expectMadeOf(role, ask(span, part), { kind: 'hours', hours: inPart, isEstimate: estimated })
    }
    for (const { firstService: from, lastService: to, hours: inPeriod } of hours.periods) {
      const shown = expect.closeTo(inPeriod, 2) as number
      const span = { kind: 'days' as const, from, to }
      await expectMadeOf(role, ask(span), { kind: 'hours', hours: shown, isEstimate: estimated })
    }
    for (const { skillArea, hours: since, isEstimate, hoursMissing: missing } of hours.nextTests) {
      await expectMadeOf(role, ask({ kind: 'sinceTest', skillArea }), {
        ...{ kind: 'hours', hours: since, isEstimate },
      })
      await expectMadeOf(role, ask({ kind: 'untilNextTest', skillArea }), {
        ...{ kind: 'hoursMissing', hours: since, isEstimate, missing },
      })
    }
    if (role !== 'viewer') await timesToReady(role, learnerId)
    for (const { skillArea, level } of (await api.learners.get({ learnerId })).levels)
      await expectMadeOf(role, (window) => api.explain.level({ learnerId, skillArea, ...window }), {
        kind: 'level',
        level,
      })
  }
}

async function classes(role: Role) {
  const { api } = it
  const days = { from: '2026-07-01', to: '2026-08-01' }
  for (const sectionId of [it.running, it.over]) {
    const { memberCount } = await api.sections.get({ sectionId })
    await expectMadeOf(role, (window) => api.explain.classMembers({ sectionId, ...window }), memberCount)
    const { rows } = await api.attendance.ofSection({ sectionId, ...days })
    const hours = expect.closeTo(
      rows.reduce((sum, row) => sum + row.hours, 0),
      2,
    ) as number
    const ask =
      (learnerId: number | null): Ask =>
      (window) =>
        api.explain.attendance({ sectionId, ...days, learnerId, ...window })
    await expectMadeOf(role, ask(null), { kind: 'hours', hours, isEstimate: false })
    for (const row of rows.slice(0, 3)) {
      const ofRow = { kind: 'hours' as const, hours: row.hours, isEstimate: false }
      const said = await expectMadeOf(role, ask(row.learnerId), ofRow)
      // Every cell of the row in the grid is told of, absences too, with the record that it was read from.
      expect(said.groups[0]!.total).toBe(row.marks.length)
      const read = said.rows.flatMap(({ sources }) => sources.map(({ subjectId }) => subjectId))
      const kept = role === 'viewer' ? [] : row.marks.map(({ id }) => id)
      expect(new Set(read)).toEqual(new Set(kept))
    }
    for (const { learnerId, absences } of rows.filter((row) => row.absences !== null).slice(0, 3))
      await expectMadeOf(
        role,
        (window) => api.explain.absences({ sectionId, learnerId, ...window }),
        absences!.count,
      )
  }
}

async function screenings(role: Role) {
  const { api } = it
  const { id: screeningId, counts, reasons } = await api.screenings.get({ id: it.screeningId })
  type Counted = Parameters<typeof api.explain.screening>[0]['counted']
  const ask =
    (counted: Counted): Ask =>
    (window) =>
      api.explain.screening({ screeningId, counted, ...window })
  await expectMadeOf(role, ask({ kind: 'result', number: 'total' }), counts.total)
  for (const number of ['eligible', 'needsInformation', 'notYet', 'withinReach'] as const) {
    const denominator = number === 'withinReach' ? counts.notYet : counts.total
    await expectMadeOf(
      role,
      ask({ kind: 'result', number }),
      rate({ numerator: counts[number], denominator }),
    )
  }
  for (const reason of reasons) {
    const of = { kind: 'reason' as const, requirementKey: reason.key }
    for (const number of ['notMet', 'unknown', 'withinReach', 'onlyThis'] as const)
      await expectMadeOf(role, ask({ ...of, number }), reason[number])
    await expectMadeOf(role, ask({ ...of, number: 'near', points: 5 }), countWithinPoints(reason, 5))
  }
}

/** The numbers of another threshold, for every rule that has one. */
async function thresholds(role: Role) {
  if (!mayTry(role)) return
  const { api } = it
  const { id: screeningId, counts, requirements } = await api.screenings.get({ id: it.screeningId })
  for (const { key, rule } of requirements) {
    if (rule.kind === 'anyOf' || thresholdOf(rule) === null) continue
    const trial = { screeningId, key, threshold: 1 }
    const said = await resultOf(api.screenings.tryThreshold(trial))
    for (const number of ['eligibleNow', 'eligibleThen', 'newlyEligible', 'noLongerEligible'] as const) {
      const isOfPool = number === 'eligibleNow' || number === 'eligibleThen'
      const shown = isOfPool ? rate({ numerator: said[number], denominator: counts.total }) : said[number]
      await expectMadeOf(role, (window) => api.explain.whatIf({ ...trial, number, ...window }), shown)
    }
  }
}

async function today(role: Role) {
  const { api } = it
  const { learners, running, upcoming, waitlists } = await api.today.overview({})
  const sum = (of: 'waiting' | 'lookAgain') => waitlists.reduce((so, list) => so + list[of], 0)
  const counts = {
    ...{ running: running.length, upcoming: upcoming.length },
    ...{ waiting: sum('waiting'), lookAgain: sum('lookAgain') },
  }
  for (const number of ['running', 'upcoming', 'waiting', 'lookAgain'] as const)
    await expectMadeOf(role, (window) => api.explain.today({ number, ...window }), counts[number])
  const active = { status: ['active' as const] }
  await expectMadeOf(role, (window) => api.explain.learners({ ...active, ...window }), learners.active)
  await expectMadeOf(
    role,
    (window) => api.explain.learners({ ...active, tested: false, ...window }),
    learners.neverTested,
  )
  const of = 'everybody' as const
  for (const { list, count } of (await api.today.counts({ of })).lists)
    await expectMadeOf(role, (window) => api.explain.workList({ list, of, ...window }), count)
}

/** The number in a row of each list of work, for a few of its rows. */
async function rowsOfWork(role: Role) {
  const { api } = it
  const isEstimate = expect.any(Boolean) as boolean
  const ofHours = async (learnerId: number, span: HourSpan, hours: number) => {
    const shown = expect.closeTo(hours, 2) as number
    await expectMadeOf(role, (window) => api.explain.hours({ learnerId, span, ...window }), {
      ...{ kind: 'hours', hours: shown, isEstimate },
    })
  }
  const some = { of: 'everybody', limit: 3 } as const
  const asked = async () => Promise.all(workListIds.map((list) => api.today.workList({ list, ...some })))
  for (const list of await asked()) {
    if (list.list === 'postTests')
      for (const { learnerId, skillArea, hours } of list.rows)
        await ofHours(learnerId, { kind: 'sinceTest', skillArea }, hours)
    if (list.list === 'neverTested')
      for (const { learnerId, hours } of list.rows) await ofHours(learnerId, { kind: 'everyDay' }, hours)
    if (list.list === 'exitNear')
      for (const { learnerId, firstService: from, lastService: to, hours } of list.rows)
        await ofHours(learnerId, { kind: 'days', from, to }, hours)
    if (list.list === 'absences')
      for (const { sectionId, learnerId, count } of list.rows)
        await expectMadeOf(role, (window) => api.explain.absences({ sectionId, learnerId, ...window }), count)
  }
}

async function waitingLists(role: Role) {
  const { api } = it
  for (const { id: trackId, waiting } of await api.tracks.list({})) {
    await expectMadeOf(
      role,
      (window) => api.explain.today({ number: 'waiting', trackId, ...window }),
      waiting,
    )
    expect((await api.waitlist.list({ trackId })).total).toBe(waiting)
  }
}

async function dataChecks(role: Role) {
  if (role === 'viewer') return
  const { api } = it
  for (const { rule, open, accepted } of await api.dataChecks.overview({})) {
    const ask =
      (show: 'open' | 'accepted'): Ask =>
      (window) =>
        api.explain.findings({ rule, show, ...window })
    await expectMadeOf(role, ask('open'), open)
    await expectMadeOf(role, ask('accepted'), accepted)
  }
}

const screens = {
  'the completion report': completionReport,
  'the certification report': certificationReport,
  'the gains report': gainReport,
  'the federal tables': federalTables,
  'the pages of cohorts': cohortPages,
  'the seats of cohorts': cohortSeats,
  'the list of learners': learnerLists,
  'the pages of learners': learnerPages,
  'the gains of learners': learnerGains,
  'classes and their attendance': classes,
  'a screening': screenings,
  'a threshold that is tried': thresholds,
  'the first screen': today,
  'rows of work': rowsOfWork,
  'the waiting lists': waitingLists,
  'the data check': dataChecks,
}

/** Whether a role sees any of the numbers. */
function sees(role: Role, check: (role: Role) => Promise<void>): boolean {
  if (check === federalTables) return mayCompare(role)
  if (check === thresholds) return mayTry(role)
  return !(role === 'viewer' && check === dataChecks)
}

describe.each(Object.entries(screens))('the numbers of %s', (_name, check) => {
  test.each(roles)('are made of what they say, as a %s sees them', async (role) => {
    const before = checked
    await it.asTina(() => check(role), [role])
    if (sees(role, check)) expect(checked).toBeGreaterThan(before)
  })
})
