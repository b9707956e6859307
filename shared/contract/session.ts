import * as z from 'zod'
import { query, command } from './useCase.ts'
import { isoDate, language, recordId, requiredText, role } from './values.ts'
import { readRecoveryCode } from '../values/recoveryCode.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The shortest passphrase accepted: three or four words; NIST SP 800-63B asks for 8 at least. */
export const passphraseMinimum = 10

/** The most that a page may leave behind when it locks, in characters. */
export const largestDrafts = 300_000

/** A passphrase somebody chooses. */
export const newPassphrase = z
  .string()
  .min(passphraseMinimum, { error: 'passphraseTooShort' })
  .max(1000, { error: 'tooLong' })

/** A passphrase somebody proves themselves with. */
export const givenPassphrase = z.string().max(1000)

export const signedInAccount = z.object({
  id: recordId,
  name: z.string(),
  roles: z.array(role),
  language,
  theme: z.enum(themes),
  /** Somebody else knows the passphrase: until it is changed nothing else can be called. */
  mustChangePassphrase: z.boolean(),
})
export type SignedInAccount = z.infer<typeof signedInAccount>

export const sessionState = z.object({
  /** No file yet, a file that waits for a passphrase, open for the account, or closed until it is back. */
  state: z.enum(['noProgram', 'signedOut', 'signedIn', 'locked']),
  programName: z.string().nullable(),
  language,
  account: signedInAccount.nullable(),
  /** The person for whom the program is locked, and whether what they typed is kept for them. */
  locked: z
    .object({ accountId: recordId, name: z.string(), theme: z.enum(themes), keepsDrafts: z.boolean() })
    .nullable(),
  /** Whether the program can be locked; a throw-away one could never be opened again. */
  mayLock: z.boolean(),
  /** After how many minutes without work the page locks; null for never. */
  idleMinutes: z.number().nullable(),
  /** Names of the active accounts, to choose from when signing in. */
  accountNames: z.array(z.string()),
  /** Whose file this machine's key store can open now without a passphrase. */
  machineAccount: z.string().nullable(),
  /** A throw-away program filled with sample data. */
  isDemo: z.boolean(),
  host: z.enum(['desktop', 'loopback', 'commandLine']),
  appVersion: z.string(),
  today: isoDate,
})
export type SessionState = z.infer<typeof sessionState>

export const afterSignIn = sessionState.extend({
  /** Wrong tries with this person's name since they last signed in. */
  wrongTries: z.int().nonnegative(),
})

export const session = {
  state: query({
    mayCall: 'anyone',
    reads: ['session', 'program'],
    input: z.object({}),
    output: sessionState,
  }),
  signIn: command({
    mayCall: 'anyone',
    changes: ['session'],
    input: z.object({ name: requiredText(), passphrase: givenPassphrase }),
    output: afterSignIn,
  }),
  /** Opens the file with the key that this machine keeps: once after each start of the app. */
  signInWithMachine: command({
    mayCall: 'anyone',
    changes: ['session'],
    input: z.object({}),
    output: afterSignIn,
  }),
  /** Opens the file with the recovery code, for an administrator, who gets a new passphrase. */
  recover: command({
    mayCall: 'anyone',
    changes: ['session', 'accounts', 'safety'],
    input: z.object({
      recoveryCode: z
        .string()
        .max(200)
        .refine((typed) => readRecoveryCode(typed) !== null, { error: 'session.recoveryCodeSlip' }),
      name: requiredText(),
      passphrase: newPassphrase,
    }),
    output: sessionState,
  }),
  /** Also ends a locked session: what was typed in it is forgotten. */
  signOut: command({ mayCall: 'anyone', changes: ['session'], input: z.object({}), output: sessionState }),
  /**
   * Closes the file until the passphrase is given again, and keeps what was typed on the page, for its typist
   * alone. A page that finds the program locked hands over its drafts the same way.
   */
  lock: command({
    mayCall: 'anyone',
    changes: ['session'],
    input: z.object({
      /** Locks only when nobody has worked for the time allowed, on any page. */
      onlyIfIdle: z.boolean(),
      drafts: z
        .object({ page: z.uuid(), accountId: recordId, content: z.string().max(largestDrafts) })
        .nullable(),
    }),
    output: sessionState,
  }),
  /** Gives a page what was typed on it when the program locked, once. */
  takeDrafts: query({
    mayCall: 'signedInAnyhow',
    reads: [],
    input: z.object({ page: z.uuid() }),
    output: z.array(z.string()),
  }),
  /** The page says, every half minute at most, that somebody works on it. */
  noteActivity: query({ mayCall: 'signedInAnyhow', reads: [], input: z.object({}), output: z.object({}) }),
  /** What the person prefers for the look and language of their screens. */
  prefer: command({
    mayCall: 'signedInAnyhow',
    changes: ['session'],
    input: z.object({ language: language.optional(), theme: z.enum(themes).optional() }),
    output: sessionState,
  }),
}
