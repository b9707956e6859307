import type { UseCaseMeta } from '../../shared/contract/useCase.ts'
import type { SignedInAccount } from '../../shared/contract/session.ts'
import { Failure } from '../failure.ts'

/** Refuses a caller whom the contract does not name. Runs before the input is looked at. */
export function refuseUnlessMayCall(meta: UseCaseMeta, caller: SignedInAccount | null): void {
  if (meta.mayCall === 'anyone') return
  if (!caller) throw new Failure('signInRequired', 'signInRequired')
  if (meta.mayCall === 'signedInAnyhow') return
  if (caller.mustChangePassphrase) throw new Failure('refused', 'session.changePassphraseFirst')
  if (meta.mayCall === 'signedIn') return
  if (!meta.mayCall.some((role) => caller.roles.includes(role))) throw new Failure('notAllowed', 'notAllowed')
}
