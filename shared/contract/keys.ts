import * as z from 'zod'
import { givenPassphrase } from './session.ts'
import { command, longCommand, query } from './useCase.ts'

export const keysState = z.object({
  /** What became of the newest recovery code; null when there is none. */
  recoveryCode: z.object({ madeAt: z.string(), standing: z.enum(['shown', 'kept', 'used']) }).nullable(),
  /** Whose key this machine keeps, if anybody's. */
  machineAccount: z.string().nullable(),
  /** Whether the system's key store can keep one; null on hosts without one. */
  machineVault: z.enum(['available', 'plainText', 'none']).nullable(),
})
export type KeysState = z.infer<typeof keysState>

export const keys = {
  state: query({
    mayCall: 'signedIn',
    reads: ['session', 'accounts', 'safety'],
    input: z.object({}),
    output: keysState,
  }),
  /** Makes a new recovery code, shown this once; the one before opens nothing any more. */
  renewRecoveryCode: command({
    mayCall: ['administrator'],
    changes: ['safety'],
    input: z.object({ passphrase: givenPassphrase }),
    output: z.object({ recoveryCode: z.string() }),
  }),
  /** Somebody has the recovery code on paper. */
  confirmRecoveryCode: command({
    mayCall: ['administrator'],
    changes: ['safety'],
    input: z.object({}),
    output: z.object({}),
  }),
  /** Lets this machine's key store open the file for the caller, once after each start of the app. */
  rememberMachine: command({
    mayCall: 'signedIn',
    changes: ['safety', 'session'],
    input: z.object({ passphrase: givenPassphrase }),
    output: z.object({}),
  }),
  /** Whoever's key this machine keeps, it opens nothing any more. */
  forgetMachine: command({
    mayCall: 'signedIn',
    changes: ['safety', 'session'],
    input: z.object({}),
    output: z.object({}),
  }),
  /**
   * Puts the program under a new random key, for when somebody may have the old one. Passphrases and the recovery
   * code stay; this machine forgets its key. What it replaces is kept as the backup `replacedId`.
   */
  rekey: longCommand({
    mayCall: ['administrator'],
    changes: ['session', 'safety', 'audit'],
    input: z.object({ passphrase: givenPassphrase }),
    output: z.object({ replacedId: z.string() }),
  }),
}
