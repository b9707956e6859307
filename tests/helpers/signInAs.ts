import type { Role } from '../../shared/values/vocabulary.ts'
import { testPassphrase, type testCore } from './testCore.ts'

const firstPassphrase = 'a first one, handed over'

/** Makes an account; its owner signs in, chooses `testPassphrase` for their own and stays signed in. */
export async function signInAs(
  api: ReturnType<typeof testCore>['api'],
  name: string,
  roles: Role[],
): Promise<void> {
  await api.accounts.create({ name, roles, language: 'en', passphrase: firstPassphrase })
  await api.session.signOut({})
  await api.session.signIn({ name, passphrase: firstPassphrase })
  await api.accounts.changePassphrase({ current: firstPassphrase, next: testPassphrase })
}
