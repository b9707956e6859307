import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { translator } from '../db/texts/translator.ts'
import { startLoopbackProgram } from '../electron/loopback/program.ts'
import { noteUnhandled } from '../electron/noteUnhandled.ts'
import { machineLanguage } from '../electron/machineLanguage.ts'
import buildPage, { pageIsOutOfDate } from './buildPage.ts'
import { runDesktop } from './start/desktop.ts'
import { electronVersion, fetchElectron, findElectron } from './start/electronBinary.ts'
import { startOptions, type StartOptions } from './start/startOptions.ts'
import { browserCommand, whyNotDesktop, type WhyNotDesktop } from './start/whyNotDesktop.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const around = { platform: process.platform, env: process.env, isRoot: process.getuid?.() === 0 }
const language = machineLanguage()
const text = translator(language)
const version = electronVersion(project)

function optionsOrExit(): StartOptions {
  try {
    return startOptions(process.argv.slice(2))
  } catch (error) {
    console.error(text('start.badOption', { problem: (error as Error).message }))
    return process.exit(2)
  }
}

function openBrowser(address: string): boolean {
  const command = browserCommand(around, address)
  if (!command) return false
  const browser = spawn(command.program, command.args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  // Without a browser the printed link remains.
  browser.once('error', () => {}).unref()
  browser.stdin.once('error', () => {}).end(command.input)
  return true
}

async function startProgram(options: StartOptions) {
  try {
    const pageFolder = join(project, 'out/page')
    return await startLoopbackProgram({ ...options, pageFolder, isDemo: options.demo, language })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    console.error(text('start.portTaken', { port: String(options.port) }))
    return process.exit(1)
  }
}

async function runInBrowser(options: StartOptions, reason: WhyNotDesktop): Promise<number> {
  console.log(text('start.browser', { reason, version }))
  console.log(text('start.differs'))
  const program = await startProgram(options)
  noteUnhandled((line) => console.error(line))
  console.log(options.demo ? text('start.demo') : text('start.dataFolder', { folder: program.folder }))
  const link = program.newLink()
  console.log(`\n${text('start.link')}\n${link}\n`)
  if (options.open && openBrowser(link)) console.log(text('start.openedBrowser'))
  console.log(text('start.keys'))

  const keys = process.stdin.isTTY ? createInterface({ input: process.stdin }) : null
  keys?.on('line', () => console.log(program.newLink()))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void program.end())
  await program.ended
  keys?.close()
  await program.end()
  console.log(text('start.ended'))
  return 0
}

const options = optionsOrExit()
if (pageIsOutOfDate()) console.log(text('start.building'))
await buildPage()
const reason = whyNotDesktop(options.browser, around)
const electron = reason ? null : (findElectron(project) ?? (await fetchElectron(project)))
if (electron) console.log(text('start.desktop', { version }))
process.exitCode = electron
  ? await runDesktop(project, electron, options)
  : await runInBrowser(options, reason ?? 'noBinary')
