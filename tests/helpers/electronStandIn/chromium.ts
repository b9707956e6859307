import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test'

/** The test's Chromium, seen from the main under test. */
export interface Chromium {
  openPage(): Promise<{ page: Page; devtools: CDPSession }>
  setPermission(name: string, setting: 'granted' | 'denied', origin: string): Promise<void>
  disconnect(): Promise<void>
}

const theContext = (browser: Browser): BrowserContext => {
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no window to use')
  return context
}

/** Joins the Chromium that the test has started; its address comes by the environment. */
export async function connectToChromium(): Promise<Chromium> {
  const endpoint = process.env.STAND_IN_CHROMIUM
  if (!endpoint) throw new Error('STAND_IN_CHROMIUM names no Chromium')
  const browser = await chromium.connectOverCDP(endpoint)
  const browserDevtools = await browser.newBrowserCDPSession()
  const context = theContext(browser)
  return {
    async openPage() {
      const page = await context.newPage()
      return { page, devtools: await context.newCDPSession(page) }
    },
    async setPermission(name, setting, origin) {
      await browserDevtools.send('Browser.setPermission', { permission: { name }, setting, origin })
    },
    disconnect: () => browser.close(),
  }
}
