import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import type { Role } from '../values/vocabulary.ts'
import { failureErrors } from './failures.ts'
import type { Topic } from './topics.ts'

/**
 * Who may call a use case: the roles named, anyone signed in, anyone signed in even before they have changed
 * a passphrase that somebody else knows, or anyone at all (only what happens before a sign-in). There is no
 * default: a use case that does not say does not compile.
 */
export type MayCall = readonly Role[] | 'signedIn' | 'signedInAnyhow' | 'anyone'

/** What a use case is, beside its input and output. Hosts, the page and the command line read it. */
export interface UseCaseMeta {
  /** A query cannot write; a command runs in one transaction with its audit row. */
  nature: 'query' | 'command'
  mayCall: MayCall
  /** Topics a query depends on. */
  reads: readonly Topic[]
  /** Topics a command changes. */
  changes: readonly Topic[]
  /** A long-running use case answers with progress events and ends with its result. */
  reportsProgress: boolean
}

const contract = oc.$meta<UseCaseMeta>({
  nature: 'query',
  mayCall: [],
  reads: [],
  changes: [],
  reportsProgress: false,
})

interface QueryDefinition<I extends z.ZodType, O extends z.ZodType> {
  mayCall: MayCall
  reads: readonly Topic[]
  input: I
  output: O
}

interface CommandDefinition<I extends z.ZodType, O extends z.ZodType> {
  mayCall: MayCall
  changes: readonly Topic[]
  input: I
  output: O
}

/** A use case that only reads. */
export function query<I extends z.ZodType, O extends z.ZodType>(definition: QueryDefinition<I, O>) {
  return contract
    .meta({
      nature: 'query',
      mayCall: definition.mayCall,
      reads: definition.reads,
      changes: [],
      reportsProgress: false,
    })
    .errors(failureErrors)
    .input(definition.input)
    .output(definition.output)
}

/** A use case that changes records. */
export function command<I extends z.ZodType, O extends z.ZodType>(definition: CommandDefinition<I, O>) {
  return contract
    .meta({
      nature: 'command',
      mayCall: definition.mayCall,
      reads: [],
      changes: definition.changes,
      reportsProgress: false,
    })
    .errors(failureErrors)
    .input(definition.input)
    .output(definition.output)
}

/** How far a long use case is: `done` of `total` of what `stage` names (a key of `shared/texts`). */
export const progressSchema = z.object({
  type: z.literal('progress'),
  stage: z.string(),
  done: z.number(),
  total: z.number().nullable(),
})

export type Progress = z.infer<typeof progressSchema>

function progressThen<O extends z.ZodType>(output: O) {
  return eventIterator(z.union([progressSchema, z.object({ type: z.literal('result'), result: output })]))
}

/** A query that takes over a second on a large program: progress, then the result; ends when cancelled. */
export function longQuery<I extends z.ZodType, O extends z.ZodType>(definition: QueryDefinition<I, O>) {
  return contract
    .meta({
      nature: 'query',
      mayCall: definition.mayCall,
      reads: definition.reads,
      changes: [],
      reportsProgress: true,
    })
    .errors(failureErrors)
    .input(definition.input)
    .output(progressThen(definition.output))
}

/** A command that takes over a second on a large program; cancelling it rolls everything back. */
export function longCommand<I extends z.ZodType, O extends z.ZodType>(definition: CommandDefinition<I, O>) {
  return contract
    .meta({
      nature: 'command',
      mayCall: definition.mayCall,
      reads: [],
      changes: definition.changes,
      reportsProgress: true,
    })
    .errors(failureErrors)
    .input(definition.input)
    .output(progressThen(definition.output))
}
