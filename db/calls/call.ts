import type { IsoDate } from '../../shared/values/dates.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { AuditNote } from '../audit/writeAuditRows.ts'
import type { Core } from '../core.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import type { OpenTransaction } from './inTransaction.ts'

/** What every host passes along with a call. */
export interface CallContext {
  core: Core
}

interface Call<Input> {
  input: Input
  core: Core
  /** The person signed in. */
  caller: SignedInAccount
  /** How far the caller reaches with this use case. */
  sight: Sight
  /** The day of the call on this machine. */
  today: IsoDate
  /** The moment of the call, ISO 8601 in UTC. */
  now: string
}

export interface QueryCall<Input> extends Call<Input> {
  db: Reader
}

export interface CommandCall<Input> extends Call<Input>, OpenTransaction {
  /** Says what changed; the audit row is written in the same transaction. */
  audit(note: AuditNote): void
}

/**
 * Reports how far a long use case is, lets other calls run, and throws a `cancelled` failure when nobody
 * waits for the result any more. Call it every few hundred rows.
 */
export type ReportProgress = (stage: string, done: number, total: number | null) => Promise<void>

export interface LongWork {
  progress: ReportProgress
  /** Aborted when the person cancels; for work in another thread. */
  signal: AbortSignal
}
