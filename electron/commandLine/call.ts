/** `npm run -s call`: one use case from the command line, with the same checks as on the screen. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { typedFailure } from '../../db/calls/typedFailure.ts'
import type { Core } from '../../db/core.ts'
import { failureInWords, translator } from '../../db/texts/translator.ts'
import type { Progress } from '../../shared/contract/useCase.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { consoleCore } from '../consoleCore.ts'
import { dataFolder, programFileName } from '../dataFolder.ts'
import { machineLanguage } from '../machineLanguage.ts'
import { callOptions, type CallOptions } from './callOptions.ts'
import { listMethods } from './listMethods.ts'
import { runCall } from './runCall.ts'
import { sessionState } from '../../db/session/sessionState.ts'

const usualProgram = () => join(dataFolder(process.platform, process.env, homedir()), programFileName)

/** The caller's, else the program's, else this machine's. */
function languageFor(core: Core | undefined): Language {
  try {
    if (core) {
      const { state, language } = sessionState(core)
      if (state !== 'noProgram') return language
    }
  } catch {
    // A keyring that cannot be read has no language; its failure is what is being told.
  }
  return machineLanguage()
}

/** One line at a time, at most two in a second: nightly logs stay short. */
function progressLines(language: () => Language): (progress: Progress) => void {
  let last = -Infinity
  return ({ stage, done, total }) => {
    if (performance.now() - last < 500) return
    last = performance.now()
    const translate = translator(language())
    const values = {
      stage: translate(`progress.${stage}`),
      done,
      total: total ?? 'none',
      totalNumber: total ?? 0,
    }
    process.stderr.write(`${translate('commandLine.progress', values)}\n`)
  }
}

function printFailure(error: unknown, core: Core | undefined): void {
  core?.noteUnforeseen(error)
  const failure = typedFailure(error).data
  const { message, fields } = failureInWords(failure, languageFor(core))
  const inWords = failure.fields.map((field, at) => ({ ...field, message: fields[at]?.message }))
  process.stderr.write(`${JSON.stringify({ ...failure, message, fields: inWords }, null, 2)}\n`)
}

async function callOnce(options: CallOptions, core: Core): Promise<unknown> {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  return runCall(options, {
    core,
    passphrase: process.env.STEPPING_STONES_PASSPHRASE,
    readStandardInput: () => text(process.stdin),
    onProgress: progressLines(() => languageFor(core)),
    signal: stop.signal,
  })
}

// A reader that has seen enough (`| head`) closes the pipe; that is no failure of the call.
process.stdout.on('error', () => process.exit(0))

let core: Core | undefined
try {
  const options = callOptions(process.argv.slice(2))
  const programFile = options.program === null ? usualProgram() : resolve(options.program)
  core = consoleCore({ programFile, host: 'commandLine', isDemo: false })
  const result = options.list ? listMethods(options.method) : await callOnce(options, core)
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
} catch (error) {
  printFailure(error, core)
  process.exitCode = 1
} finally {
  await core?.close()
}
