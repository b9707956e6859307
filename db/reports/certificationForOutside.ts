import type { CertificationLine, CredentialReport, ShownRate } from '../../shared/contract/reports.ts'
import { isSmallCount } from '../../shared/rules/suppression.ts'
import { hiddenRate } from './shownRates.ts'

/** A group of people that a line counts, by what makes somebody belong to it. */
interface CountedSet {
  count: number
  /** What all of its members are. A set with more of these lies inside one with fewer. */
  members: ReadonlySet<string>
}

/**
 * The sets behind the numbers of a line. Passing a part at the first test means having taken it, being
 * certified means having taken every part, and so on: where one set lies inside another, the difference of
 * their counts is a count of people too.
 */
function setsOf({ completers, parts, firstTime, certifiedOfTested, ...line }: CertificationLine) {
  const tested = parts.map(({ part }) => `tested ${part}`)
  const passed = parts.map(({ part }) => `passed ${part}`)
  const set = (count: number | null, members: readonly string[]): CountedSet => ({
    count: count ?? 0,
    members: new Set(members),
  })
  return {
    completers: set(completers, ['completed']),
    partsTested: parts.map(({ firstTime: rate }, at) => set(rate.denominator, [tested[at]!])),
    partsPassed: parts.map(({ firstTime: rate }, at) => set(rate.numerator, [tested[at]!, passed[at]!])),
    testedAll: set(firstTime.denominator, tested),
    passedAllFirst: set(firstTime.numerator, [...tested, ...passed]),
    certified: set(certifiedOfTested.numerator, [...tested, 'certified']),
    certifiedCompleters: set(line.certifiedOfCompleters.numerator, [...tested, 'certified', 'completed']),
    pending: set(line.pending, ['completed', 'pending']),
  }
}

/** Collects sets that may be shown together: none small, and none leaving a small rest inside another. */
class ShownTogether {
  readonly #shown: CountedSet[] = []

  /** Adds the sets if they can all be shown beside what is shown already. */
  add(...sets: readonly CountedSet[]): boolean {
    const all = [...this.#shown, ...sets]
    if (sets.some(({ count }) => isSmallCount(count))) return false
    const leavesSmallRest = (one: CountedSet, other: CountedSet) =>
      [...other.members].every((member) => one.members.has(member)) && isSmallCount(other.count - one.count)
    if (sets.some((one) => all.some((other) => leavesSmallRest(one, other) || leavesSmallRest(other, one)))) {
      return false
    }
    this.#shown.push(...sets)
    return true
  }
}

const rateIf = (mayShow: boolean, rate: ShownRate): ShownRate => (mayShow ? rate : hiddenRate)

/**
 * A line with as much of it as may leave the house: the first-time rates before the certified ones, because
 * people compare those with the state's. What would tell a small count beside what is shown already is hidden.
 */
function lineForOutside(line: CertificationLine): CertificationLine {
  const sets = setsOf(line)
  const shown = new ShownTogether()
  const completers = shown.add(sets.completers)
  const firstTime = shown.add(sets.testedAll, sets.passedAllFirst)
  const parts = line.parts.map((_, at) => shown.add(sets.partsTested[at]!, sets.partsPassed[at]!))
  const ofCompleters = completers && shown.add(sets.certifiedCompleters)
  const certified = shown.add(sets.certified)
  const neither = sets.completers.count - sets.certifiedCompleters.count - sets.pending.count
  // Whose window is open can be known from the calendar: without the certified, the pending would tell them.
  const pending = ofCompleters && !isSmallCount(neither) && shown.add(sets.pending)
  return {
    ...line,
    completers: completers ? line.completers : null,
    parts: line.parts.map(({ part, firstTime: rate }, at) => ({ part, firstTime: rateIf(parts[at]!, rate) })),
    firstTime: rateIf(firstTime, line.firstTime),
    certified: certified ? line.certified : null,
    certifiedOfTested: rateIf(certified && firstTime, line.certifiedOfTested),
    certifiedOfCompleters: rateIf(ofCompleters, line.certifiedOfCompleters),
    pending: pending ? line.pending : null,
  }
}

function hidesSomething(line: CertificationLine): boolean {
  const rates = [...line.parts.map(({ firstTime }) => firstTime), line.firstTime, line.certifiedOfTested]
  return (
    [...rates, line.certifiedOfCompleters].some(({ state }) => state === 'hidden') ||
    [line.completers, line.certified, line.pending].includes(null)
  )
}

/**
 * Whether the sittings of a part may be shown beside its line: no count is small, and none of the rests that
 * follow from it (those who failed and did not sit again, who passed after a missed sitting, who never passed).
 */
function areSittingsHarmless(sittings: NonNullable<CredentialReport['byAttempt']>, total: CertificationLine) {
  return total.parts.every(({ part, firstTime }) => {
    const own = sittings.filter((sitting) => sitting.part === part)
    const sat = own.map(({ pass, fail, noShow, waiting }) => [pass!, fail!, noShow!, waiting!])
    const everPassed = own.reduce((sum, { pass }) => sum + pass!, 0)
    const rests = sat.flatMap((counts, at) => {
      const notPassed = counts.slice(1).reduce((sum, count) => sum + count, 0)
      const next = sat[at + 1]?.reduce((sum, count) => sum + count, 0) ?? 0
      return [...counts, notPassed - next, counts[1]! + counts[2]! - next]
    })
    const first = own[0]
    rests.push((firstTime.denominator ?? 0) - everPassed, everPassed - (total.certified ?? 0))
    rests.push(everPassed - (total.certifiedOfCompleters.numerator ?? 0))
    if (first) {
      rests.push((firstTime.numerator ?? 0) - first.pass!)
      rests.push((firstTime.denominator ?? 0) - first.pass! - first.fail!)
    }
    return !rests.some((count) => isSmallCount(Math.abs(count)))
  })
}

/**
 * A credential's report for outside use. Its measures overlap (tested, passed, certified), so a table by
 * cohort, site or entry level stays only if no line of it has anything to hide; then its sums tell nothing
 * about the total either, because every rest in them is none or ten and more.
 */
export function credentialForOutsideUse<Report extends Omit<CredentialReport, 'benchmarks'>>(
  report: Report,
): Report {
  const ifHarmless = (lines: readonly CertificationLine[] | null) => {
    const outside = lines?.map(lineForOutside)
    return outside === undefined || outside.some(hidesSomething) ? null : outside
  }
  const sittings = report.byAttempt ?? []
  return {
    ...report,
    total: lineForOutside(report.total),
    byCohort: ifHarmless(report.byCohort),
    bySite: ifHarmless(report.bySite),
    byEntryLevel: ifHarmless(report.byEntryLevel),
    byAttempt: areSittingsHarmless(sittings, report.total) ? report.byAttempt : null,
  }
}

/**
 * Whether the number of people may be shown beside a credential's total: everybody counted in it is one of
 * them, so the rests count as well.
 */
export function mayShowPeople(people: number, totals: readonly CertificationLine[]): boolean {
  if (totals.length !== 1) return false
  const counts = setsOf(totals[0]!)
  const inside = [counts.completers, counts.testedAll, ...counts.partsTested]
  return ![people, ...inside.map(({ count }) => people - count)].some(isSmallCount)
}
