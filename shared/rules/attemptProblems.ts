import { dateInMessage, type IsoDate } from '../values/dates.ts'
import { type AttemptResult } from '../values/vocabulary.ts'
import { lastDayOfWindow, usesAttempt, type CredentialRules } from './certification.ts'
import { type RecordProblem } from './recordProblems.ts'

/** One sitting of one part as somebody enters it: the first, second … attempt. */
export interface AttemptRecord {
  readonly part: string
  readonly number: number
  readonly takenOn: IsoDate
  readonly result: AttemptResult
  /** Why it is recorded past the limit or the window; null where it is not. */
  readonly overrideReason: string | null
}

/** The person whose attempts they are, in the cohort. */
export interface AttemptTaker {
  readonly startedOn: IsoDate | null
  readonly completedOn: IsoDate | null
}

export interface AttemptProblem extends RecordProblem<'takenOn' | 'result'> {
  /** The attempt at fault. */
  readonly attempt: AttemptRecord
}

/** True for a problem that somebody may set aside with a reason: the state can grant a further try. */
export const mayOverride = (code: string): boolean =>
  code === 'attempts.beyondLimit' || code === 'attempts.afterWindow'

type Found = Omit<AttemptProblem, 'attempt'> | null

const found = (
  field: AttemptProblem['field'],
  code: string,
  values: AttemptProblem['values'] = {},
): Found => ({ field, code, values })

function dateProblem(
  attempt: AttemptRecord,
  before: AttemptRecord | undefined,
  taker: AttemptTaker,
  today: IsoDate,
): Found {
  if (attempt.takenOn > today) return found('takenOn', 'attempts.inFuture')
  if (taker.startedOn === null) return found('takenOn', 'attempts.notStarted')
  if (attempt.takenOn < taker.startedOn) {
    return found('takenOn', 'attempts.beforeStart', { day: dateInMessage(taker.startedOn) })
  }
  if (before !== undefined && attempt.takenOn < before.takenOn) {
    return found('takenOn', 'attempts.outOfOrder', {
      number: before.number,
      day: dateInMessage(before.takenOn),
    })
  }
  return null
}

function limitProblem(earlier: readonly AttemptRecord[], rules: CredentialRules): Found {
  if (rules.attemptLimit === null) return null
  const used = earlier.filter(({ result }) => usesAttempt(result, rules)).length
  return used < rules.attemptLimit
    ? null
    : found('takenOn', 'attempts.beyondLimit', { limit: rules.attemptLimit })
}

function problemOf(
  attempt: AttemptRecord,
  earlier: readonly AttemptRecord[],
  taker: AttemptTaker,
  rules: CredentialRules,
  today: IsoDate,
): Found {
  const before = earlier.at(-1)
  if (!rules.parts.includes(attempt.part)) return found('takenOn', 'attempts.unknownPart')
  if (attempt.number !== (before?.number ?? 0) + 1) {
    return found('takenOn', 'attempts.numberSkipped', { number: (before?.number ?? 0) + 1 })
  }
  const wrongDate = dateProblem(attempt, before, taker, today)
  if (wrongDate !== null) return wrongDate
  const pass = earlier.find(({ result }) => result === 'pass')
  if (pass !== undefined) return found('result', 'attempts.afterPass', { day: dateInMessage(pass.takenOn) })
  const beyond = limitProblem(earlier, rules)
  if (beyond !== null) return beyond
  const lastDay = lastDayOfWindow(taker.completedOn, rules)
  return lastDay !== null && attempt.takenOn > lastDay
    ? found('takenOn', 'attempts.afterWindow', { day: dateInMessage(lastDay) })
    : null
}

/**
 * What is wrong with one person's attempts at one credential, if anything: at most one problem for each
 * attempt, the first that somebody would notice. An override reason silences the problems that allow one.
 */
export function attemptProblems(
  attempts: readonly AttemptRecord[],
  taker: AttemptTaker,
  rules: CredentialRules,
  today: IsoDate,
): AttemptProblem[] {
  const problems: AttemptProblem[] = []
  const sorted = [...attempts].sort((a, b) => a.number - b.number)
  const byPart = new Map<string, AttemptRecord[]>()
  for (const attempt of sorted) {
    const earlier = byPart.get(attempt.part) ?? []
    const wrong = problemOf(attempt, earlier, taker, rules, today)
    if (wrong !== null && !(mayOverride(wrong.code) && attempt.overrideReason !== null)) {
      problems.push({ ...wrong, attempt })
    }
    byPart.set(attempt.part, [...earlier, attempt])
  }
  return problems
}
