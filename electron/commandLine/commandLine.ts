import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { typedFailure } from '../../db/calls/typedFailure.ts'
import type { Core } from '../../db/core.ts'
import { languageOf } from '../../db/session/sessionState.ts'
import { failureInWords, translator } from '../../db/texts/translator.ts'
import type { Progress } from '../../shared/contract/useCase.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { consoleCore } from '../consoleCore.ts'
import { dataFolder, programFileName } from '../dataFolder.ts'
import { machineLanguage } from '../machineLanguage.ts'
import { callOptions, type CallOptions } from './callOptions.ts'
import { listMethods } from './listMethods.ts'
import { runCall } from './runCall.ts'

/** What a call from the command line has around it. */
export interface Terminal {
  passphrase: string | undefined
  /** Reads standard input to its end. */
  readStandardInput: () => Promise<string>
  /** Standard output: the result and nothing else. */
  print: (text: string) => void
  /** Standard error: how far long work is, then the typed failure if there is one. */
  printAside: (text: string) => void
  /** Aborted by Ctrl+C. */
  signal: AbortSignal
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The caller's, else the program's, else this machine's. */
function languageFor(core: Core | undefined): Language {
  try {
    return (core && languageOf(core)) ?? machineLanguage()
  } catch {
    // A keyring that cannot be read has no language; its failure is what is being told.
    return machineLanguage()
  }
}

/** At most two lines in a second: nightly logs stay short. */
function progressLines(core: Core, { printAside }: Terminal): (progress: Progress) => void {
  let last = -Infinity
  return ({ stage, done, total }) => {
    if (performance.now() - last < 500) return
    last = performance.now()
    const translate = translator(languageFor(core))
    const values = {
      stage: translate(`progress.${stage}`),
      done,
      total: total ?? 'none',
      totalNumber: total ?? 0,
    }
    printAside(`${translate('commandLine.progress', values)}\n`)
  }
}

function printFailure(error: unknown, core: Core | undefined, { printAside }: Terminal): void {
  core?.noteUnforeseen(error)
  const failure = typedFailure(error).data
  const { message, fields } = failureInWords(failure, languageFor(core))
  const inWords = failure.fields.map((field, at) => ({ ...field, message: fields[at]?.message }))
  printAside(asJson({ ...failure, message, fields: inWords }))
}

function coreFor({ program }: CallOptions): Core {
  const usual = join(dataFolder(process.platform, process.env, homedir()), programFileName)
  const programFile = program === null ? usual : resolve(program)
  return consoleCore({ programFile, host: 'commandLine', isDemo: false })
}

/** Does what the command line asks for and answers with the exit code: 0, or 1 for a refusal. */
export async function commandLine(args: readonly string[], terminal: Terminal): Promise<0 | 1> {
  let core: Core | undefined
  try {
    const options = callOptions(args)
    if (options.list) {
      terminal.print(asJson(listMethods(options.method)))
      return 0
    }
    core = coreFor(options)
    const result = await runCall(options, { ...terminal, core, onProgress: progressLines(core, terminal) })
    terminal.print(asJson(result))
    return 0
  } catch (error) {
    printFailure(error, core, terminal)
    return 1
  } finally {
    await core?.close()
  }
}
