import { attemptProblems, mayOverride, type AttemptRecord } from '../../shared/rules/attemptProblems.ts'
import type { CredentialRules } from '../../shared/rules/certification.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { AttemptColumns, MemberColumns, MemberState } from './cohortBook.ts'
import type { ReadAttempt } from './cohortRow.ts'
import type { ReadRow } from './readRow.ts'

/** A member and numbered attempts, as a row has them or as they are taken from it. */
export interface MemberAndAttempts {
  readonly facts: MemberColumns
  readonly attempts: readonly ReadAttempt[]
}

export interface AttemptSurroundings {
  /** Null where the cohort has no credential. */
  readonly rules: CredentialRules | null
  readonly today: IsoDate
  /** When a member who completed did so, where the row does not say. */
  readonly cohortEnds: IsoDate
  /** Why attempts past the limit are on record: they were in a file. */
  readonly overrideReason: string
}

/** The row's attempts with a reason on those past limit or window; refuses the row for those that cannot be. */
export function mergeAttempts(
  known: MemberState | null,
  { facts, attempts }: MemberAndAttempts,
  read: ReadRow,
  { rules, today, cohortEnds, overrideReason }: AttemptSurroundings,
): AttemptColumns[] {
  if (rules === null) return []
  const isInRow = (part: string, number: number) =>
    attempts.some((attempt) => attempt.partKey === part && attempt.number === number)
  const kept = (known?.attempts ?? []).filter(({ facts: own }) => !isInRow(own.partKey, own.number))
  const records: AttemptRecord[] = [
    ...kept.map(({ facts: own }) => ({ ...own, part: own.partKey })),
    ...attempts.map((own) => ({ ...own, part: own.partKey, overrideReason: null })),
  ]
  const ended = facts.outcome === 'completed' ? (facts.outcomeOn ?? cohortEnds) : null
  const problems = attemptProblems(records, { startedOn: facts.startedOn, completedOn: ended }, rules, today)
  const overridden = new Set<string>()
  for (const { attempt, code, values } of problems) {
    const own = attempts.find((one) => one.partKey === attempt.part && one.number === attempt.number)
    if (mayOverride(code)) overridden.add(`${attempt.part} ${attempt.number}`)
    else read.refuse(code, own?.dateField ?? null, values)
  }
  return attempts.map(({ partKey, number, takenOn, result }) => ({
    ...{ partKey, number, takenOn, result },
    overrideReason: overridden.has(`${partKey} ${number}`) ? overrideReason : null,
  }))
}
