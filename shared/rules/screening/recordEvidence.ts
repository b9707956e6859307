import { addDays, addMonths, daysBetween, type IsoDate } from '../../values/dates.ts'
import {
  type AttendanceEvidence,
  type ComponentEvidence,
  type DocumentEvidence,
  type HoursEvidence,
  type InterviewEvidence,
  type UnknownReason,
} from './answers.ts'
import { type ScreeningContext } from './context.ts'
import { type AttendanceFact, type DocumentFact, type LearnerFacts } from './facts.ts'
import {
  type AttendanceRule,
  type ComponentRule,
  type DocumentRule,
  type HoursRule,
  type InterviewRule,
} from './requirements.ts'

function isTooOld(date: IsoDate, maximumAgeDays: number | null, context: ScreeningContext): boolean {
  return maximumAgeDays !== null && daysBetween(date, context.asOf) > maximumAgeDays
}

/**
 * The newest of the facts known on the as-of date. Of two on one day the more favourable counts,
 * whatever the order in which they were read.
 */
function newestOf<Fact>(
  facts: readonly Fact[],
  dateOf: (fact: Fact) => IsoDate,
  favour: (fact: Fact) => number,
  asOf: IsoDate,
): Fact | null {
  let best: Fact | null = null
  for (const fact of facts) {
    const date = dateOf(fact)
    if (date > asOf) continue
    if (best === null || date > dateOf(best) || (date === dateOf(best) && favour(fact) > favour(best))) {
      best = fact
    }
  }
  return best
}

/** The first day that a document's date may have; null if any date will do. */
export function earliestDocumentDate(rule: DocumentRule, startDate: IsoDate): IsoDate | null {
  if (rule.recency === null) return null
  const { unit, count } = rule.recency
  return unit === 'days' ? addDays(startDate, -count) : addMonths(startDate, -count)
}

function documentFavour(fact: DocumentFact): number {
  // Met before refused, then the later document, then more doses.
  return (
    (fact.state === 'met' ? 1e12 : 0) +
    (fact.documentDate === null ? 0 : daysBetween('0001-01-01', fact.documentDate) * 1e4) +
    (fact.doses ?? 0)
  )
}

/** What the office saw at its newest check of the document. */
export function documentEvidence(
  rule: DocumentRule,
  maximumAgeDays: number | null,
  notBefore: IsoDate | null,
  facts: LearnerFacts,
  context: ScreeningContext,
): DocumentEvidence {
  const asked = facts.documents.filter((fact) => fact.document === rule.document && fact.state !== 'notAsked')
  const newest = newestOf(asked, (fact) => fact.checkedOn, documentFavour, context.asOf)
  const neededDoses = rule.minimumDoses
  const wanted = { kind: 'document', document: rule.document, recency: rule.recency, notBefore } as const
  if (newest === null) {
    return {
      ...wanted,
      documentState: 'notAsked',
      checkedOn: null,
      documentDate: null,
      doses: null,
      neededDoses,
      dosesShort: null,
      unknown: 'noEvidence',
    }
  }
  return {
    ...wanted,
    documentState: newest.state,
    checkedOn: newest.checkedOn,
    documentDate: newest.documentDate,
    doses: newest.doses,
    neededDoses,
    dosesShort:
      neededDoses === null || newest.doses === null ? null : Math.max(0, neededDoses - newest.doses),
    unknown: unknownDocument(newest, neededDoses, notBefore, maximumAgeDays, context),
  }
}

function unknownDocument(
  fact: DocumentFact,
  neededDoses: number | null,
  notBefore: IsoDate | null,
  maximumAgeDays: number | null,
  context: ScreeningContext,
): UnknownReason | null {
  if (isTooOld(fact.checkedOn, maximumAgeDays, context)) return 'tooOld'
  if (fact.state === 'notMet') return null
  if (notBefore !== null && fact.documentDate === null) return 'undated'
  if (notBefore !== null && fact.documentDate! < notBefore) return 'tooOld'
  if (neededDoses !== null && fact.doses === null) return 'noDoseCount'
  return null
}

function attendanceOf(component: string | null, facts: LearnerFacts, asOf: IsoDate): AttendanceFact[] {
  return facts.attendance.filter(
    (fact) => (component === null || fact.component === component) && fact.through <= asOf,
  )
}

function lastDay(sums: readonly AttendanceFact[]): IsoDate | null {
  return sums.reduce<IsoDate | null>(
    (last, sum) => (last === null || sum.through > last ? sum.through : last),
    null,
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Hours attended, summed over the component or over all. */
export function hoursEvidence(
  rule: HoursRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: ScreeningContext,
): HoursEvidence {
  const sums = attendanceOf(rule.component, facts, context.asOf)
  const through = lastDay(sums)
  const hours = through === null ? null : sum(sums.map((one) => one.hoursAttended))
  return {
    kind: 'hours',
    component: rule.component,
    hours,
    neededHours: rule.minimumHours,
    hoursShort: hours === null ? null : Math.max(0, rule.minimumHours - hours),
    through,
    unknown: through === null ? 'noEvidence' : isTooOld(through, maximumAgeDays, context) ? 'tooOld' : null,
  }
}

/** Hours attended ÷ hours scheduled, over the entries where both are known. */
export function attendanceEvidence(
  rule: AttendanceRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: ScreeningContext,
): AttendanceEvidence {
  const sums = attendanceOf(rule.component, facts, context.asOf).filter((one) => one.hoursScheduled !== null)
  const attended = sum(sums.map((one) => one.hoursAttended))
  const scheduled = sum(sums.map((one) => one.hoursScheduled!))
  const known = scheduled > 0
  const through = known ? lastDay(sums) : null
  const rate = known ? attended / scheduled : null
  return {
    kind: 'attendance',
    component: rule.component,
    hoursAttended: known ? attended : null,
    hoursScheduled: known ? scheduled : null,
    rate,
    neededRate: rule.minimumRate,
    percentagePointsShort: rate === null ? null : Math.max(0, (rule.minimumRate - rate) * 100),
    through,
    unknown: through === null ? 'noEvidence' : isTooOld(through, maximumAgeDays, context) ? 'tooOld' : null,
  }
}

/** Whether a workshop or component is recorded as done. */
export function componentEvidence(
  rule: ComponentRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: ScreeningContext,
): ComponentEvidence {
  const own = facts.components.filter((fact) => fact.component === rule.component)
  const newest = newestOf(
    own,
    (fact) => fact.on,
    (fact) => (fact.done ? 1 : 0),
    context.asOf,
  )
  return {
    kind: 'component',
    component: rule.component,
    done: newest === null ? null : newest.done,
    on: newest === null ? null : newest.on,
    unknown: newest === null ? 'noEvidence' : isTooOld(newest.on, maximumAgeDays, context) ? 'tooOld' : null,
  }
}

const interviewFavour = { passed: 2, notPassed: 1, noResult: 0 } as const

/** The newest interview held. */
export function interviewEvidence(
  rule: InterviewRule,
  maximumAgeDays: number | null,
  facts: LearnerFacts,
  context: ScreeningContext,
): InterviewEvidence {
  const newest = newestOf(
    facts.interviews,
    (fact) => fact.heldOn,
    (fact) => interviewFavour[fact.result],
    context.asOf,
  )
  const wanted = { kind: 'interview', needs: rule.needs } as const
  if (newest === null) return { ...wanted, heldOn: null, result: null, unknown: 'noEvidence' }
  const pending = rule.needs === 'passed' && newest.result === 'noResult'
  return {
    ...wanted,
    heldOn: newest.heldOn,
    result: newest.result,
    unknown: isTooOld(newest.heldOn, maximumAgeDays, context) ? 'tooOld' : pending ? 'noResultYet' : null,
  }
}
