import * as z from 'zod'
import { passphraseMinimum } from './session.ts'
import { command, query } from './useCase.ts'
import { language, recordId, requiredText, role } from './values.ts'

const passphrase = z
  .string()
  .min(passphraseMinimum, { error: 'passphraseTooShort' })
  .max(1000, { error: 'tooLong' })
const someRoles = z.array(role).min(1, { error: 'chooseOne' })

export const account = z.object({
  id: recordId,
  name: z.string(),
  roles: z.array(role),
  language,
  active: z.boolean(),
  lastSignInAt: z.string().nullable(),
})
export type Account = z.infer<typeof account>

export const accounts = {
  list: query({
    mayCall: ['administrator'],
    reads: ['accounts'],
    input: z.object({}),
    output: z.array(account),
  }),
  create: command({
    mayCall: ['administrator'],
    changes: ['accounts', 'session'],
    input: z.object({ name: requiredText(), roles: someRoles, language, passphrase }),
    output: account,
  }),
  /** Name, roles and whether the account may sign in; the last active administrator stays one. */
  change: command({
    mayCall: ['administrator'],
    changes: ['accounts', 'session'],
    input: z.object({ id: recordId, roles: someRoles, active: z.boolean() }),
    output: account,
  }),
  changePassphrase: command({
    mayCall: 'signedIn',
    changes: ['accounts'],
    input: z.object({ current: z.string().max(1000), next: passphrase }),
    output: z.object({}),
  }),
}
