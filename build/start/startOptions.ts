import { parseArgs } from 'node:util'

/** How the person asked for the program on the command line. */
export interface StartOptions {
  /** A throw-away program filled with sample data. */
  demo: boolean
  /** The browser, even where the desktop window could be had. */
  browser: boolean
  /** Whether to open the browser, or only to print the link. */
  open: boolean
  /** Folder of the program file; null for the usual one. */
  dataFolder: string | null
  /** 0 takes a free one. */
  port: number
}

/** Reads `npm start`'s own options. Throws a TypeError or RangeError whose message names the one at fault. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      'data-folder': { type: 'string' },
      port: { type: 'string', default: '0' },
    },
  })
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535)
    throw new RangeError(`There is no port ${values.port}.`)
  return {
    demo: values.demo,
    browser: values.browser,
    open: !values['no-open'],
    dataFolder: values['data-folder'] ?? null,
    port,
  }
}
