import { parseArgs } from 'node:util'
import { Failure } from '../../db/failure.ts'

/** What the person wrote after `npm run -s call --`. */
export interface CallOptions {
  /** Print the contract instead of calling; with a method, only that one. */
  list: boolean
  method: string | null
  /** Path of a file whose first line is the passphrase; null: it is in the environment. */
  passphraseFile: string | null
  /** The input as JSON, or `-` for standard input; null for an empty one. */
  json: string | null
  program: string | null
  as: string | null
  in: string | null
  out: string | null
}

const usage = (problem: string) => new Failure('invalidInput', 'commandLine.usage', { problem })

/** Reads the command line; throws a Failure that shows how to write it. */
export function callOptions(args: readonly string[]): CallOptions {
  const file = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        program: file,
        as: file,
        'passphrase-file': file,
        in: file,
        out: file,
      },
    })
    const [method = null, json = null, ...rest] = positionals
    if (rest.length > 0 || (method === null && !values.list)) throw usage('')
    const { list, program = null, as = null, in: input = null, out = null } = values
    const passphraseFile = values['passphrase-file'] ?? null
    return { list, method, json, program, as, passphraseFile, in: input, out }
  } catch (error) {
    throw error instanceof TypeError ? usage(error.message) : error
  }
}
