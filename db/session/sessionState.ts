import type { SessionState } from '../../shared/contract/session.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { Core } from '../core.ts'
import { machineAccount } from '../keys/machineKey.ts'
import { readKeyring } from '../opening/keyring.ts'

/** The language of whoever is at work, else the program's; null when there is no program yet. */
export const languageOf = (core: Core): Language | null =>
  (core.caller ?? core.lockedFor)?.language ?? readKeyring(core.settings.programFile)?.language ?? null

/** What the page needs to know before and after a sign-in. */
export async function sessionState(core: Core): Promise<SessionState> {
  const keyring = readKeyring(core.settings.programFile)
  const account = core.caller
  const locked = core.lockedFor
  return {
    state: account ? 'signedIn' : locked ? 'locked' : keyring ? 'signedOut' : 'noProgram',
    programName: keyring?.programName ?? null,
    language: languageOf(core) ?? 'en',
    account,
    locked: locked && {
      accountId: locked.id,
      name: locked.name,
      theme: locked.theme,
      keepsDrafts: core.keptDrafts.isKeeping,
    },
    mayLock: core.mayLock,
    idleMinutes: core.idleness.minutes,
    accountNames: keyring?.accounts.filter(({ fileKey }) => fileKey !== null).map(({ name }) => name) ?? [],
    machineAccount: await machineAccount(core),
    isDemo: core.settings.isDemo,
    host: core.settings.host,
    appVersion: core.settings.appVersion,
    today: core.today(),
  }
}
