import { ORPCError, ValidationError } from '@orpc/contract'
import { Failure } from '../failure.ts'

/** The innermost place of ours in a stack trace; of the message that stands before it, nothing. */
function placeIn({ stack, message }: Error): string {
  const places =
    stack
      ?.replace(message, '')
      .split('\n')
      .filter((line) => line.trim().startsWith('at ')) ?? []
  const ours = places.find((line) => !line.includes('node_modules') && !line.includes('node:'))
  return (ours ?? places[0] ?? '').trim()
}

/** Where a use case's result differs from what its contract promises: paths, never values. */
function brokenPromise(error: ORPCError<string, unknown>): string | null {
  if (!(error.cause instanceof ValidationError) || error.code === 'BAD_REQUEST') return null
  const paths = error.cause.issues.map((issue) =>
    (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
  )
  return `result against its contract at ${paths.slice(0, 5).join(', ')}`
}

/** One line about an error that nobody planned for, without anything people typed; null for planned ones. */
export function unforeseenLine(error: unknown): string | null {
  if (error instanceof Failure || !(error instanceof Error)) return null
  if (error instanceof ORPCError) return brokenPromise(error)
  return `unforeseen ${error.name} ${placeIn(error)}`
}
