import * as z from 'zod'
import { givenPassphrase, newPassphrase } from './session.ts'
import { command, query } from './useCase.ts'
import { language, recordId, requiredText, role } from './values.ts'

const someRoles = z.array(role).min(1, { error: 'chooseOne' })

export const account = z.object({
  id: recordId,
  name: z.string(),
  roles: z.array(role),
  language,
  active: z.boolean(),
  lastSignInAt: z.string().nullable(),
  /** Has a passphrase that an administrator chose, and has not changed it yet. */
  mustChangePassphrase: z.boolean(),
})
export type Account = z.infer<typeof account>

export const accounts = {
  list: query({
    mayCall: ['administrator'],
    reads: ['accounts'],
    input: z.object({}),
    output: z.array(account),
  }),
  /** The first passphrase is handed over and must be changed at the first sign-in. */
  create: command({
    mayCall: ['administrator'],
    changes: ['accounts', 'session'],
    input: z.object({ name: requiredText(), roles: someRoles, language, passphrase: newPassphrase }),
    output: account,
  }),
  /** Name, roles and whether the account may sign in; the last active administrator stays one. */
  change: command({
    mayCall: ['administrator'],
    changes: ['accounts', 'session'],
    input: z.object({ id: recordId, roles: someRoles, active: z.boolean() }),
    output: account,
  }),
  /** Gives somebody who forgot theirs another passphrase, to be changed at their next sign-in. */
  resetPassphrase: command({
    mayCall: ['administrator'],
    changes: ['accounts'],
    input: z.object({ id: recordId, passphrase: newPassphrase }),
    output: account,
  }),
  /** The caller's own. */
  changePassphrase: command({
    mayCall: 'signedInAnyhow',
    changes: ['accounts', 'session'],
    input: z.object({ current: givenPassphrase, next: newPassphrase }),
    output: z.object({}),
  }),
}
