import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { FailureInWords } from '../../db/texts/translator.ts'
import { commandLine } from '../../electron/commandLine/commandLine.ts'
import type { FailureData } from '../../shared/contract/failures.ts'
import { testPassphrase } from '../helpers/testCore.ts'

const entry = fileURLToPath(new URL('../../electron/commandLine/call.ts', import.meta.url))

interface Said {
  exitCode: number
  stdout: string
  stderr: string
}

interface Around {
  passphrase?: string | undefined
  input?: string
  signal?: AbortSignal
}

/** Does what the command line does, in this process. */
export async function callHere(args: readonly string[], around: Around = {}): Promise<Said> {
  const said = { stdout: '', stderr: '' }
  const exitCode = await commandLine(args, {
    passphrase: 'passphrase' in around ? around.passphrase : testPassphrase,
    readStandardInput: () => Promise.resolve(around.input ?? ''),
    print: (line) => void (said.stdout += line),
    printAside: (line) => void (said.stderr += line),
    signal: around.signal ?? new AbortController().signal,
  })
  return { ...said, exitCode }
}

/** Runs the command line in a process of its own, as `npm run -s call --` does. */
export async function callLine(args: readonly string[], input = ''): Promise<Said> {
  const child = spawn(process.execPath, [entry, ...args], {
    env: { ...process.env, STEPPING_STONES_PASSPHRASE: testPassphrase },
  })
  child.stdin.end(input)
  const exited = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { exitCode, stdout, stderr }
}

/** What a refused call prints at its end; throws when it was not refused in the agreed form. */
export function refusalIn({ exitCode, stdout, stderr }: Said): FailureData & FailureInWords {
  if (exitCode !== 1 || stdout !== '') throw new Error(`not refused: exit ${exitCode}\n${stdout}${stderr}`)
  return JSON.parse(stderr.slice(stderr.indexOf('{'))) as FailureData & FailureInWords
}
