import * as z from 'zod'
import { query, command } from './useCase.ts'
import { isoDate, language, recordId, requiredText, role } from './values.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The shortest passphrase accepted: three or four words; NIST SP 800-63B asks for 8 at least. */
export const passphraseMinimum = 10

export const signedInAccount = z.object({
  id: recordId,
  name: z.string(),
  roles: z.array(role),
  language,
  theme: z.enum(themes),
})
export type SignedInAccount = z.infer<typeof signedInAccount>

export const sessionState = z.object({
  /** No file yet, a file that waits for a passphrase, or open for the account. */
  state: z.enum(['noProgram', 'signedOut', 'signedIn']),
  programName: z.string().nullable(),
  language,
  account: signedInAccount.nullable(),
  /** Names of the active accounts, to choose from when signing in. */
  accountNames: z.array(z.string()),
  /** A throw-away program filled with sample data. */
  isDemo: z.boolean(),
  host: z.enum(['desktop', 'loopback', 'commandLine']),
  appVersion: z.string(),
  today: isoDate,
})
export type SessionState = z.infer<typeof sessionState>

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
    input: z.object({ name: requiredText(), passphrase: z.string().max(1000) }),
    output: sessionState,
  }),
  signOut: command({ mayCall: 'signedIn', changes: ['session'], input: z.object({}), output: sessionState }),
  /** What the person prefers for the look and language of their screens. */
  prefer: command({
    mayCall: 'signedIn',
    changes: ['session'],
    input: z.object({ language: language.optional(), theme: z.enum(themes).optional() }),
    output: sessionState,
  }),
}
