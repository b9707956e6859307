import type { FailureData, FailureKind, FieldProblem } from '../shared/contract/failures.ts'

type Values = Record<string, string | number>

/**
 * A refusal with a reason the person can act on. Thrown by a use case's body; the caller and the screen
 * get it as a typed value. Its text is only the code, so that nothing of a learner reaches a log.
 */
export class Failure extends Error {
  readonly data: FailureData

  constructor(kind: FailureKind, code: string, values: Values = {}, fields: FieldProblem[] = []) {
    super(code)
    this.name = 'Failure'
    this.data = { kind, code, values, fields }
  }
}

/** The rules of the program do not allow it: say which and what to do instead. */
export const refused = (code: string, values: Values = {}, fields: FieldProblem[] = []) =>
  new Failure('refused', code, values, fields)

/** Fields of the input that contradict the records (unknown form, date before birth). */
export const invalidFields = (fields: FieldProblem[]) =>
  new Failure('invalidInput', 'invalidInput', {}, fields)

/** The record was removed, or never was. `what` is one of the choices in the text `errors.notFound`. */
export const notFound = (what: string) => new Failure('notFound', 'notFound', { what })

/** Someone else changed the record in between. */
export const conflict = (code: string, values: Values = {}) => new Failure('conflict', code, values)
