import { parseArgs } from 'node:util'

/** How the app was asked to start. */
export interface StartOptions {
  /** A throw-away program filled with sample data. */
  isDemo: boolean
  /** Start everything once without showing it, print a report as JSON, and end. */
  isSelfCheck: boolean
  /** Folder of the program file; null for the usual one. */
  dataFolder: string | null
}

/** Reads the app's own switches; others belong to Electron and Chromium and are left to them. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      demo: { type: 'boolean' },
      'self-check': { type: 'boolean' },
      'data-folder': { type: 'string' },
    },
  })
  const folder = values['data-folder']
  return {
    isDemo: values.demo === true,
    isSelfCheck: values['self-check'] === true,
    dataFolder: typeof folder === 'string' && folder !== '' ? folder : null,
  }
}
