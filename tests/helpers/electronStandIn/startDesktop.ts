import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { chromiumLaunch } from '../../../build/chromium.ts'
import { pageAddress } from '../../../electron/decisions/ownAddress.ts'
import type { Desktop } from '../desktop.ts'
import { temporaryFolder } from '../testCore.ts'
import { forChromium } from './addresses.ts'
import type { FromDesktop, ToDesktop } from './testWire.ts'

const resolveElectron = new URL('resolveElectron.ts', import.meta.url).href

/** In Electron a page's port tells when its other end is gone; plain Chromium has that behind a switch. */
const portsLikeElectrons = '--enable-blink-features=MessagePortCloseEvent'

interface StandIn {
  main: ChildProcess
  context: BrowserContext
  /** The page of the first window that main opens. */
  page: Promise<Page>
  dataFolder: string
  leftovers(): string[]
  /** The exit code of main, when it ends. */
  ended: Promise<number>
  dispose(): Promise<void>
}

/** The address of a Chromium that chose its own port. */
function endpointIn(profile: string): string {
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').trim().split('\n')
  return `ws://127.0.0.1:${port}${path}`
}

/** Starts Chromium and the built main at `mainFile` over the stand-in, with folders of their own. */
async function startMain(
  mainFile: string,
  args: readonly string[],
  stdout: 'inherit' | 'pipe',
): Promise<StandIn> {
  const folder = temporaryFolder()
  const profile = join(folder.path, 'chromium')
  const dataFolder = join(folder.path, 'data')
  const temporary = join(folder.path, 'temporary')
  mkdirSync(temporary)
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumLaunch,
    args: [...chromiumLaunch.args, '--remote-debugging-port=0', portsLikeElectrons],
  })
  const page = new Promise<Page>((resolve) => context.once('page', resolve))
  const main = fork(mainFile, [`--data-folder=${dataFolder}`, ...args], {
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
    execArgv: ['--import', resolveElectron],
    env: { ...process.env, TMPDIR: temporary, STAND_IN_CHROMIUM: endpointIn(profile) },
  })
  const ended = new Promise<number>((resolve) => main.once('exit', (code) => resolve(code ?? 1)))
  return {
    main,
    context,
    page,
    dataFolder,
    leftovers: () => readdirSync(temporary).filter((name) => name.startsWith('stepping-stones-')),
    ended,
    async dispose() {
      if (main.connected) main.send({ quit: true } satisfies ToDesktop)
      await ended
      await context.close()
      folder.dispose()
    },
  }
}

/** The desktop of the built main at `mainFile`, when its page has loaded. */
export async function startStandInDesktop(mainFile: string, args: readonly string[] = []): Promise<Desktop> {
  const standIn = await startMain(mainFile, args, 'inherit')
  const { main, ended, dataFolder, leftovers, dispose } = standIn
  const heard: FromDesktop[] = []
  const listeners = new Set<(news: FromDesktop) => void>()
  main.on('message', (news: FromDesktop) => {
    heard.push(news)
    for (const listener of listeners) listener(news)
  })
  const failed = ended.then((code) => Promise.reject(new Error(`main ended with code ${code}`)))
  failed.catch(() => {})

  /** The newest or the next news of a kind. */
  const newest = <T>(pick: (news: FromDesktop) => T | undefined) =>
    heard.map(pick).findLast((found) => found !== undefined)
  function next<T>(pick: (news: FromDesktop) => T | undefined): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>()
    const listener = (news: FromDesktop) => {
      const picked = pick(news)
      if (picked === undefined) return
      listeners.delete(listener)
      resolve(picked)
    }
    listeners.add(listener)
    return Promise.race([promise, failed])
  }

  const page = await Promise.race([standIn.page, failed])
  await page.waitForURL(`${forChromium(pageAddress)}**`)
  const core = (news: FromDesktop) => ('coreStarted' in news ? news.coreStarted : undefined)
  return {
    page,
    pageOrigin: new URL(forChromium(pageAddress)).origin,
    dataFolder,
    leftovers,
    corePid: async () => newest(core) ?? 0,
    nextCore: () => next(core),
    nextRefusal: () => next((news) => ('refused' in news ? news.refused : undefined)),
    async openWindow(address) {
      // A window that Electron refuses never is; here its tab is there for a moment.
      const opened = page.waitForEvent('popup')
      await page.evaluate((wished) => void window.open(wished), address)
      const popup = await opened
      if (popup.isClosed()) return 'refused'
      return popup.waitForEvent('close', { timeout: 30_000 }).then(
        () => 'refused',
        () => 'opened',
      )
    },
    nextDialog(pressed) {
      main.send({ pressInDialogs: pressed } satisfies ToDesktop)
      return next((news) => ('dialog' in news ? news.dialog : undefined))
    },
    menu: async () => newest((news) => ('menu' in news ? news.menu : undefined)) ?? [],
    systemEvent: async (systemEvent) => void main.send({ systemEvent } satisfies ToDesktop),
    quit() {
      main.send({ quit: true } satisfies ToDesktop)
      return ended
    },
    dispose,
  }
}

/** Runs the built main with `--self-check`: what it printed and its exit code. */
export async function runStandInSelfCheck(mainFile: string): Promise<{ printed: string; exitCode: number }> {
  const standIn = await startMain(mainFile, ['--self-check'], 'pipe')
  try {
    const printed = standIn.main.stdout ? await text(standIn.main.stdout) : ''
    return { printed, exitCode: await standIn.ended }
  } finally {
    await standIn.dispose()
  }
}
