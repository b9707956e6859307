import type { SignedInAccount } from '../../shared/contract/session.ts'
import type { Core } from '../core.ts'
import { invalidFields, refused } from '../failure.ts'
import { accountHolder, openKeyring } from '../opening/keyring.ts'
import { requireKeyring } from '../opening/keyringChange.ts'
import { waitValues } from '../session/waitValues.ts'

/**
 * Refuses who cannot say their own passphrase again, for what somebody else at an open desk must not do. Wrong
 * tries count like those at a sign-in; `field` is the input's field at fault.
 */
export async function refuseWrongOwnPassphrase(
  core: Core,
  caller: SignedInAccount,
  passphrase: string,
  field: string,
): Promise<void> {
  const keyring = requireKeyring(core)
  const name = accountHolder(keyring, caller.name)?.name ?? caller.name
  const tried = await core.signInTries.attempt(`account:${name}`, async () => {
    const key = await openKeyring(keyring, { name, passphrase })
    key?.fill(0)
    return key && true
  })
  if (tried.outcome === 'wait') throw refused('session.wait', waitValues(tried.seconds))
  if (tried.outcome === 'wrong') throw invalidFields([{ path: field, code: 'passphraseWrong', values: {} }])
}
