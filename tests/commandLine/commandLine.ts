import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { FailureInWords } from '../../db/texts/translator.ts'
import type { FailureData } from '../../shared/contract/failures.ts'
import { testPassphrase } from '../helpers/testCore.ts'

const entry = fileURLToPath(new URL('../../electron/commandLine/call.ts', import.meta.url))

interface Said {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs the command line in a process of its own, as `npm run -s call --` does. */
export async function callLine(
  args: readonly string[],
  { passphrase = testPassphrase, input = '' }: { passphrase?: string | null; input?: string } = {},
): Promise<Said> {
  const { STEPPING_STONES_PASSPHRASE: _own, ...env } = process.env
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...env, LC_ALL: 'C', ...(passphrase === null ? {} : { STEPPING_STONES_PASSPHRASE: passphrase }) },
  })
  child.stdin.end(input)
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { exitCode, stdout, stderr }
}

/** What a refused call prints; throws when it was not refused in the agreed form. */
export function refusalIn({ exitCode, stdout, stderr }: Said): FailureData & FailureInWords {
  if (exitCode !== 1 || stdout !== '') throw new Error(`not refused: exit ${exitCode}\n${stdout}${stderr}`)
  return JSON.parse(stderr)
}
