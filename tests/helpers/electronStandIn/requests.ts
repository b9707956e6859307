import type { CDPSession } from '@playwright/test'
import { forMain } from './addresses.ts'
import type { StandInSession } from './session.ts'
import { tellTest } from './testWire.ts'

interface PausedRequest {
  requestId: string
  frameId: string
  resourceType: string
  request: { url: string; method: string; headers: Record<string, string> }
}

async function fulfil(devtools: CDPSession, requestId: string, response: Response): Promise<void> {
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await devtools.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body,
  })
}

/**
 * Answers every request of a page by the session's handlers, in main's spelling of its address. A document
 * that the page itself asks for is loaded only if `mayGoTo` says so. Nothing reaches the network: what no
 * handler answers fails.
 */
export async function answerRequests(
  devtools: CDPSession,
  session: StandInSession,
  mayGoTo: (url: string, frameId: string) => boolean,
): Promise<void> {
  async function answer({ requestId, frameId, resourceType, request }: PausedRequest): Promise<void> {
    const url = forMain(request.url)
    const fail = async (errorReason: 'Aborted' | 'BlockedByClient' | 'NameNotResolved' | 'Failed') => {
      await devtools.send('Fetch.failRequest', { requestId, errorReason })
    }
    if (resourceType === 'Document' && !mayGoTo(url, frameId)) {
      await fail('Aborted')
      return tellTest({ refused: url })
    }
    if (!(await session.mayRequest(url))) return fail('BlockedByClient')
    const handler = session.handlers.get(new URL(url).protocol.replace(':', ''))
    if (!handler) return fail('NameNotResolved')
    try {
      const { method, headers } = request
      await fulfil(devtools, requestId, await handler(new Request(url, { method, headers })))
    } catch {
      await fail('Failed')
    }
  }
  devtools.on('Fetch.requestPaused', (paused) => {
    // A page that goes away takes its requests along.
    answer(paused).catch(() => {})
  })
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}
