import type { Language } from '../shared/values/vocabulary.ts'

/** What main decides for the core's process. */
export interface CoreStart {
  programFile: string
  appVersion: string
  /** The language of the sample data of a throw-away program; null for the person's own program. */
  demo: Language | null
  /** Built entry of the worker thread that reads foreign files and writes workbooks. */
  offThreadEntry: string
  /** Takes one line for each error nobody foresaw. */
  logFile: string
}

/** What main tells the core's process; `serve` comes with one port, whose other end a page holds. */
export type CoreOrder = { do: 'start'; start: CoreStart } | { do: 'serve' } | { do: 'end' }
