import type { ConsoleMessage, Page, Request } from '@playwright/test'

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
