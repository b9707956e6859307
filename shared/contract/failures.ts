import * as z from 'zod'

/**
 * Why a call was refused. `kind` decides how a host answers (an HTTP status, an exit code); `code` names
 * the message in `shared/texts/<language>/errors.json`; `values` are the pieces between the words.
 */
export const failureKinds = [
  'signInRequired',
  'notAllowed',
  'notFound',
  'invalidInput',
  'refused',
  'conflict',
  'cancelled',
  'broken',
] as const

export type FailureKind = (typeof failureKinds)[number]

/** Pieces of a message: numbers and short words, never a learner's data. */
const messageValues = z.record(z.string(), z.union([z.string(), z.number()]))

/** One field at fault, by its path in the input (`attempts.3.takenOn`). */
export const fieldProblemSchema = z.object({ path: z.string(), code: z.string(), values: messageValues })

export const failureSchema = z.object({
  kind: z.enum(failureKinds),
  code: z.string(),
  values: messageValues,
  fields: z.array(fieldProblemSchema),
})

export type FieldProblem = z.infer<typeof fieldProblemSchema>
export type FailureData = z.infer<typeof failureSchema>

/** The typed error of every use case. There is one code on the wire; `data` says the rest. */
export const failureErrors = { FAILURE: { status: 422, data: failureSchema } } as const
