import type { Language } from '../shared/values/vocabulary.ts'
import type { VaultState } from './decisions/vaultState.ts'

/** What main decides for the core's process. */
export interface CoreStart {
  programFile: string
  appVersion: string
  /** The language of the sample data of a throw-away program; null for the person's own program. */
  demo: Language | null
  /** Whether no core ran before since the app started; a later one asks for a passphrase in any case. */
  isFirst: boolean
  /** Built entry of the worker thread that reads foreign files and writes workbooks. */
  offThreadEntry: string
  /** Takes one line for each error nobody foresaw. */
  logFile: string
}

/** What the core asks of the system's key store, which only main can reach. */
export type VaultQuestion =
  { ask: 'state' | 'read' | 'forget' | 'rest' | 'wake' | 'isAwake' } | { ask: 'store'; secret: Uint8Array }

/** What came of it; `value` is the state, the secret, a yes or no, or nothing, as was asked. */
export type VaultAnswer = { ok: true; value: VaultState | Uint8Array | boolean | null } | { ok: false }

/** One question on its way to main, with the number under which its answer comes back. */
export interface CoreQuestion {
  number: number
  vault: VaultQuestion
}

/** What main tells the core's process; `serve` comes with one port, whose other end a page holds. */
export type CoreOrder =
  | { do: 'start'; start: CoreStart }
  | { do: 'serve' }
  | { do: 'lock' }
  | { do: 'hearVault'; number: number; answer: VaultAnswer }
  | { do: 'end' }
