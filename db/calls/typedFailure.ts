import { ORPCError, ValidationError } from '@orpc/contract'
import Database from 'better-sqlite3'
import type { FailureData, FieldProblem } from '../../shared/contract/failures.ts'
import { sqliteFailure } from '../opening/sqliteFailure.ts'
import { Failure } from '../failure.ts'

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
  readonly code?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
}

/** Own codes are camelCase words, some with their feature before a dot; zod's English sentences are not. */
const ownCode = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/

function codeOf(issue: Issue): string {
  if (ownCode.test(issue.message)) return issue.message
  if (issue.code === 'too_small') return 'tooSmall'
  if (issue.code === 'too_big') return 'tooLarge'
  return 'notUnderstood'
}

function fieldProblem(issue: Issue): FieldProblem {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.')
  const values: Record<string, number> = {}
  if (issue.minimum !== undefined) values.minimum = Number(issue.minimum)
  if (issue.maximum !== undefined) values.maximum = Number(issue.maximum)
  return { path, code: codeOf(issue), values }
}

const failureError = (data: FailureData) =>
  new ORPCError('FAILURE', { defined: true, status: 422, message: data.code, data })

/** Turns whatever was thrown into the one typed error of the contract. Unforeseen errors say only that. */
export function typedFailure(error: unknown): ORPCError<'FAILURE', FailureData> {
  if (error instanceof ORPCError && error.code === 'FAILURE')
    return error as ORPCError<'FAILURE', FailureData>
  if (error instanceof Failure) return failureError(error.data)
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    const fields = error.cause.issues.map((issue) => fieldProblem(issue as Issue))
    return failureError({ kind: 'invalidInput', code: 'invalidInput', values: {}, fields })
  }
  if (error instanceof Database.SqliteError) return failureError(sqliteFailure(error).data)
  return failureError({ kind: 'broken', code: 'unforeseen', values: {}, fields: [] })
}
