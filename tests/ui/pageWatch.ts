import type { Browser, BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'

/** Refusals travel as HTTP 422; the browser notes each one, though the page has handled it. */
const isHandledRefusal = (message: ConsoleMessage, origin: string) =>
  message.location().url.startsWith(`${origin}/rpc/`) && message.text().includes('status of 422')

/**
 * Collects what must never happen on a page: errors on its console (a breach of the security policy is one),
 * errors nobody caught, and requests to anywhere but the host.
 */
export function watchPage(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !isHandledRefusal(message, origin)) {
      faults.push(`console: ${message.text()}`)
    }
  })
  page.on('pageerror', (error) => void faults.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('request', (request: Request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || request.url().startsWith('blob:')
    if (!isOwn) faults.push(`request to ${request.url()}`)
  })
  return faults
}

/** Only this machine, by its number: even a look-up of a name would leave it. */
const staysHere = /^(http:\/\/127\.0\.0\.1:\d+\/|blob:http:\/\/127\.0\.0\.1:\d+\/|data:|about:)/

/**
 * Collects every request and socket of any page, in any window that a test opens in the browser from now on,
 * that is not for this machine. `stop` ends the watch.
 */
export function watchBrowser(browser: Browser): { strays: string[]; stop: () => void } {
  const strays: string[] = []
  const note = (url: string) => {
    if (!staysHere.test(url)) strays.push(url)
  }
  const watch = (context: BrowserContext) => {
    context.on('request', (request) => note(request.url()))
    context.on('page', (page) => page.on('websocket', (socket) => void strays.push(socket.url())))
  }
  browser.on('context', watch)
  return { strays, stop: () => browser.off('context', watch) }
}
