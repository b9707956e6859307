import { chromium, type Page } from '@playwright/test'
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumLaunch } from '../../../build/chromium.ts'
import { temporaryFolder } from '../testCore.ts'
import type { Desktop } from '../desktop.ts'
import { forChromium } from './addresses.ts'
import type { FromDesktop, ToDesktop } from './testWire.ts'

const resolveElectron = new URL('resolveElectron.ts', import.meta.url).href

/** The address of a Chromium that chose its own port. */
function endpointIn(profile: string): string {
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').trim().split('\n')
  return `ws://127.0.0.1:${port}${path}`
}

/** Hears what main reports; `next` waits for the next news of a kind, counting from when it is called. */
function newsFrom(main: ReturnType<typeof fork>) {
  const heard: FromDesktop[] = []
  const listeners = new Set<(news: FromDesktop) => void>()
  main.on('message', (news: FromDesktop) => {
    heard.push(news)
    for (const listener of listeners) listener(news)
  })
  return {
    heard,
    next: <T>(pick: (news: FromDesktop) => T | undefined) =>
      new Promise<T>((resolve, reject) => {
        const listener = (news: FromDesktop) => {
          const picked = pick(news)
          if (picked === undefined) return
          listeners.delete(listener)
          resolve(picked)
        }
        listeners.add(listener)
        main.once('exit', (code) => reject(new Error(`main ended with code ${code}`)))
      }),
  }
}

/** Runs the built main at `mainFile` over the stand-in, with a data folder and a Chromium of its own. */
export async function startStandInDesktop(mainFile: string, args: readonly string[] = []): Promise<Desktop> {
  const folder = temporaryFolder()
  const profile = join(folder.path, 'chromium')
  const { args: flags, ...launch } = chromiumLaunch
  const context = await chromium.launchPersistentContext(profile, {
    ...launch,
    args: [...flags, '--remote-debugging-port=0'],
  })
  const opened = new Promise<Page>((resolve) => context.once('page', resolve))
  const main = fork(mainFile, args, {
    execArgv: ['--import', resolveElectron],
    env: { ...process.env, XDG_DATA_HOME: folder.path, STAND_IN_CHROMIUM: endpointIn(profile) },
  })
  const ended = new Promise<number>((resolve) => main.once('exit', (code) => resolve(code ?? 1)))
  const tell = (order: ToDesktop) => void (main.connected && main.send(order))
  const { heard, next } = newsFrom(main)
  const page = await Promise.race([
    opened,
    ended.then((code) => Promise.reject(new Error(`main ended: ${code}`))),
  ])
  await page.waitForURL(forChromium('app://stepping-stones/') + '**')
  const cores = () => heard.flatMap((news) => ('coreStarted' in news ? [news.coreStarted] : []))
  return {
    page,
    pageOrigin: forChromium('app://stepping-stones'),
    corePid: async () => cores().at(-1) ?? 0,
    nextCore: () => next((news) => ('coreStarted' in news ? news.coreStarted : undefined)),
    nextDialog: () => next((news) => ('dialog' in news ? news.dialog : undefined)),
    answerDialogsWith: async (button) => tell({ answerDialogsWith: button }),
    menu: async () => heard.flatMap((news) => ('menu' in news ? [news.menu] : [])).at(-1) ?? [],
    requestsOutside: async () =>
      heard.flatMap((news) => ('leftTheMachine' in news ? [news.leftTheMachine] : [])),
    quit() {
      tell({ quit: true })
      return ended
    },
    async dispose() {
      if (main.connected) tell({ quit: true })
      await ended
      await context.close()
      folder.dispose()
    },
  }
}
