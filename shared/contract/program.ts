import * as z from 'zod'
import { instructorScopes } from '../rules/sight.ts'
import { newPassphrase, sessionState } from './session.ts'
import { command, query } from './useCase.ts'
import { language, requiredText } from './values.ts'

/** How short and how long the wait before locking may be, in minutes. */
export const idleMinutesRange = { least: 1, most: 120 } as const

export const programSettings = z.object({
  name: requiredText(),
  language,
  /** After how many minutes without work the program locks. */
  idleMinutes: z.int().min(idleMinutesRange.least).max(idleMinutesRange.most),
  /** Whose learners instructors see: those of the classes that name them, or everybody. */
  instructorScope: z.enum(instructorScopes),
})
export type ProgramSettings = z.infer<typeof programSettings>

export const program = {
  /** Makes the encrypted program file and its first account, an administrator who is also director. */
  setUp: command({
    mayCall: 'anyone',
    changes: ['session', 'program'],
    input: z.object({
      programName: requiredText(),
      language,
      accountName: requiredText(),
      passphrase: newPassphrase,
      startWith: z.enum(['empty', 'sampleData']),
    }),
    /** The recovery code is shown this once; the keyring has it sealed. */
    output: sessionState.extend({ recoveryCode: z.string() }),
  }),
  settings: query({ mayCall: 'signedIn', reads: ['program'], input: z.object({}), output: programSettings }),
  /** Changes the settings named; the others stay. */
  changeSettings: command({
    mayCall: ['administrator'],
    changes: ['program', 'session'],
    input: programSettings.partial(),
    output: programSettings,
  }),
}
