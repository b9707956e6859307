import { daysFrom, monthsLater } from './days.ts'
import type { Attempt, Cohort, Membership, Rows } from './plainRows.ts'

type Standing = 'didNotStart' | 'notStarted' | 'completed' | 'withdrew' | 'excluded' | 'stillIn'

/** Where a member stands on a day: what happens later is not known yet. */
export function standingOn({ startedOn, outcome, outcomeOn }: Membership, day: string): Standing {
  const isKnown = outcomeOn === null || outcomeOn <= day
  if (outcome === 'didNotStart' && isKnown) return 'didNotStart'
  if (startedOn === null || startedOn > day) return 'notStarted'
  return isKnown ? (outcome as Standing) : 'stillIn'
}

/** Enrolled = completed + withdrew + excluded + still in; the rate leaves the excluded out. */
export function completionOf(memberships: readonly Membership[], day: string) {
  const count = (standing: Standing) =>
    memberships.filter((member) => standingOn(member, day) === standing).length
  const [completed, withdrew, excluded, stillIn] = [
    count('completed'),
    count('withdrew'),
    count('excluded'),
    count('stillIn'),
  ]
  const enrolled = completed + withdrew + excluded + stillIn
  return { enrolled, completed, withdrew, excluded, stillIn, outOf: enrolled - excluded }
}

const partsOf = ({ parts }: Cohort) =>
  parts === null ? [] : (JSON.parse(parts) as { key: string }[]).map(({ key }) => key)

/** The last day of the window after completing; null: there is none. */
function lastDay(cohort: Cohort, { outcome, outcomeOn }: Membership): string | null {
  if (outcome !== 'completed' || outcomeOn === null || cohort.windowMonths === null) return null
  return monthsLater(outcomeOn, cohort.windowMonths)
}

/** How one member stands with the exam parts of the cohort's credential. */
export function examsOf(cohort: Cohort, member: Membership, attempts: readonly Attempt[], day: string) {
  const until = lastDay(cohort, member)
  const parts = partsOf(cohort).map((part) => {
    const tries = attempts.filter(({ partKey, takenOn }) => partKey === part && takenOn <= day)
    const taken = tries.filter(({ result }) => result === 'pass' || result === 'fail')
    const used = tries.filter(({ result }) => result !== 'noShow' || cohort.noShowUsesAttempt === 1)
    const passed = taken.find(({ result }) => result === 'pass')
    return {
      part,
      isTaken: taken.length > 0,
      passedFirst: taken[0]?.result === 'pass',
      passed: passed !== undefined && (until === null || passed.takenOn <= until),
      used: used.length,
      isWaiting: tries.some(({ result }) => result === 'waiting'),
    }
  })
  const isCertified = parts.length > 0 && parts.every(({ passed }) => passed)
  return { parts, isCertified, until }
}

/** Certified, first-time passes and those behind each rate, of the members of a cohort. */
export function certificationOf(rows: Rows, cohort: Cohort, day: string) {
  const attempts = Map.groupBy(rows.attempts, ({ cohortMemberId }) => cohortMemberId)
  const candidates = rows.memberships
    .filter((member) => member.cohortId === cohort.id)
    .map((member) => ({
      isCompleter: standingOn(member, day) === 'completed',
      ...examsOf(cohort, member, attempts.get(member.id) ?? [], day),
    }))
  const tookAll = candidates.filter(({ parts }) => parts.length > 0 && parts.every(({ isTaken }) => isTaken))
  return {
    completers: candidates.filter(({ isCompleter }) => isCompleter).length,
    certified: candidates.filter(({ isCertified }) => isCertified).length,
    certifiedCompleters: candidates.filter(({ isCertified, isCompleter }) => isCertified && isCompleter)
      .length,
    testedAll: tookAll.length,
    passedAllFirst: tookAll.filter(({ parts }) => parts.every(({ passedFirst }) => passedFirst)).length,
  }
}

/**
 * Learners on the way to a credential whose window closes within ninety days, or who have one attempt or none left
 * at a part they have tried and not passed. A window that has closed is past helping.
 */
export function examWarnings(rows: Rows, seen: ReadonlySet<number>, today: string) {
  const attempts = Map.groupBy(rows.attempts, ({ cohortMemberId }) => cohortMemberId)
  return rows.cohorts.flatMap((cohort) =>
    rows.memberships
      .filter(({ cohortId, learnerId }) => cohortId === cohort.id && seen.has(learnerId))
      .flatMap((member) => {
        const standing = standingOn(member, today)
        if (standing !== 'completed' && standing !== 'stillIn') return []
        const { parts, isCertified, until } = examsOf(cohort, member, attempts.get(member.id) ?? [], today)
        if (isCertified || parts.length === 0 || (until !== null && until < today)) return []
        const closes = until !== null && daysFrom(today, until) <= 90 ? ['windowCloses'] : []
        const tries = parts.flatMap(({ passed, used, isWaiting }) => {
          if (passed || used === 0 || cohort.attemptLimit === null) return []
          const left = Math.max(0, cohort.attemptLimit - used)
          if (left === 1) return ['lastAttempt']
          return left === 0 && !isWaiting ? ['noAttemptsLeft'] : []
        })
        return [...closes, ...tries].map((kind) => ({ learnerId: member.learnerId, kind }))
      }),
  )
}
