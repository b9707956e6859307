import type { Operation, Outcome, World } from './expected.ts'

/** When a life ends: so long after it began its work, or just before a step with files. */
export type Ending = { afterMs: number } | { beforeFileStep: number }

/** One process with a core in it, from its start to its kill. */
export interface Life {
  programFile: string
  /** What it does follows from this number and from the world it finds. */
  seed: number
  ending: Ending
  found: World
}

/** What a life says, a line each. Only what it calls done may be counted on. */
export type Said =
  { begin: Operation } | { done: Operation; outcome: Outcome } | { failed: Operation; because: string }
