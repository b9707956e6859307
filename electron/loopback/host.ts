import { RPCHandler } from '@orpc/server/node'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Core } from '../../db/core.ts'
import { router } from '../../db/router.ts'
import { pageHeaders } from '../page/contentSecurityPolicy.ts'
import { readPageFiles } from '../page/pageFiles.ts'
import { isOtherUsers } from './otherUsers.ts'
import { Presence } from './presence.ts'
import { refuse } from './refuse.ts'
import { doorOf, headRefusal, type Door, type RequestHead } from './requestGuards.ts'
import { newSecret, OneTimeTokens } from './secrets.ts'
import { cookieHeader, hasCookie } from './sessionCookie.ts'

export interface LoopbackSettings {
  core: Core
  /** Folder of the built page. */
  pageFolder: string
  /** 0 takes a free one. */
  port?: number
  /** Milliseconds without any page after which the host ends; never before the first page came. */
  patience?: number
  /** Milliseconds that a request may take to arrive in full. */
  slowestRequest?: number
}

export interface LoopbackHost {
  origin: string
  /** A new address that lets one browser in, once. */
  newLink(): string
  /** Ends when `close` was called or the last page has been gone for long enough. */
  ended: Promise<void>
  close(): Promise<void>
}

const fiveMinutes = 5 * 60_000

const headOf = ({
  method = '',
  url = '',
  httpVersion,
  headers,
  headersDistinct,
}: IncomingMessage): RequestHead => ({
  method,
  version: httpVersion,
  url,
  headers,
  repeated: Object.keys(headersDistinct).filter((name) => (headersDistinct[name]?.length ?? 0) > 1),
})

/** Serves the page and the core on this machine alone, to browsers that came by one of the host's links. */
export async function startLoopbackHost(settings: LoopbackSettings): Promise<LoopbackHost> {
  const { core, slowestRequest = 30_000 } = settings
  const files = readPageFiles(settings.pageFolder)
  const rpc = new RPCHandler(router)
  const tokens = new OneTimeTokens()
  const secret = newSecret()
  let port = 0
  let origin = ''

  const doors: Record<Door, (request: IncomingMessage, response: ServerResponse) => Promise<void> | void> = {
    pageFile(request, response) {
      const file = files.get(request.url ?? '')
      if (!file) return refuse(response, { status: 404, code: 'requestNotForUs' })
      response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.body.length })
      response.end(request.method === 'HEAD' ? undefined : file.body)
    },
    async enter(request, response) {
      if (isOtherUsers(request.socket)) {
        return refuse(response, { status: 403, code: 'requestFromElsewhere' })
      }
      if (!tokens.use(await text(request)))
        return refuse(response, { status: 401, code: 'openedWithoutLink' })
      response.writeHead(204, { 'set-cookie': cookieHeader(port, secret) }).end()
    },
    presence: (_request, response) => presence.hold(response),
    async rpc(request, response) {
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: { core } })
      if (!matched) refuse(response, { status: 404, code: 'requestNotForUs' })
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
    const head = headOf(request)
    const door = doorOf(head.url)
    const refusal = headRefusal(head, door, origin)
    if (refusal) return refuse(response, refusal)
    const isOpen = door === 'pageFile' || door === 'enter'
    if (!isOpen && !hasCookie(head.headers.cookie, port, secret)) {
      return refuse(response, { status: 401, code: 'openedWithoutLink' })
    }
    await doors[door](request, response)
  }

  const server = createServer(
    {
      requestTimeout: slowestRequest,
      headersTimeout: Math.min(slowestRequest, 10_000),
      connectionsCheckingInterval: Math.min(slowestRequest, 1_000),
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        // Whoever hangs up in the middle of a request is no fault of the program.
        if (request.complete) core.noteUnforeseen(error)
        response.destroy()
      })
    },
  )
  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  const close = async () => {
    presence.stop()
    server.close()
    server.closeAllConnections()
    await closed
  }
  const presence = new Presence(settings.patience ?? fiveMinutes, () => void close())

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port ?? 0, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  origin = `http://127.0.0.1:${port}`
  return { origin, newLink: () => `${origin}/#token=${tokens.issue()}`, ended: closed, close }
}
