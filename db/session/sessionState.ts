import type { SessionState } from '../../shared/contract/session.ts'
import type { Core } from '../core.ts'
import { readKeyring } from '../opening/keyring.ts'

/** What the page needs to know before and after a sign-in. */
export function sessionState(core: Core): SessionState {
  const keyring = readKeyring(core.settings.programFile)
  const account = core.caller
  const locked = core.lockedFor
  return {
    state: account ? 'signedIn' : locked ? 'locked' : keyring ? 'signedOut' : 'noProgram',
    programName: keyring?.programName ?? null,
    language: (account ?? locked ?? keyring)?.language ?? 'en',
    account,
    locked: locked && {
      accountId: locked.id,
      name: locked.name,
      theme: locked.theme,
      keepsDrafts: core.keptDrafts.isKeeping,
    },
    mayLock: core.mayLock,
    idleMinutes: core.idleness.minutes,
    accountNames: keyring?.accounts.filter(({ active }) => active).map(({ name }) => name) ?? [],
    isDemo: core.settings.isDemo,
    host: core.settings.host,
    appVersion: core.settings.appVersion,
    today: core.today(),
  }
}
