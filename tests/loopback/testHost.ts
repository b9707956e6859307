import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { startLoopbackHost, type LoopbackSettings } from '../../electron/loopback/host.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { temporaryFolder, testCore } from '../helpers/testCore.ts'

interface Sent {
  method?: string
  /** As it goes over the wire: nothing is resolved or encoded. */
  path: string
  headers?: OutgoingHttpHeaders
  body?: string | Buffer
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Sends a request exactly as written; the defaults a browser adds are left to the caller. */
export function send(port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers }, agent: false },
      (answer) => {
        text(answer).then(
          (found) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: found }),
          reject,
        )
      },
    )
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

/** The code of the failure in a refused answer. */
export const codeOf = (answer: Answer): string => JSON.parse(answer.body).json.data.code as string

/** The real host over a real core, with a page of three files and one file that is no part of it. */
export async function testHost(settings: Partial<LoopbackSettings> = {}) {
  const pages = temporaryFolder()
  const pageFolder = join(pages.path, 'page')
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(pageFolder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(pageFolder, 'assets', 'main.js.map'), 'secret')
  writeFileSync(join(pages.path, 'secret.html'), 'secret')
  const { core, log, dispose } = testCore({ host: 'loopback' })
  const host = await startLoopbackHost({ core, pageFolder, ...settings })
  const port = Number(new URL(host.origin).port)
  /** What a browser sends along from the page itself. */
  const fromPage = { origin: host.origin, 'sec-fetch-site': 'same-origin' }

  const enter = (token = new URL(host.newLink()).hash.slice('#token='.length)) =>
    send(port, { method: 'POST', path: '/enter', headers: fromPage, body: token })
  const cookie = async () => (await enter()).headers['set-cookie']![0]!.split(';')[0]!

  return {
    ...host,
    port,
    log,
    fromPage,
    enter,
    cookie,
    send: (sent: Sent) => send(port, sent),
    /** A call of the page: JSON by POST with everything right. */
    call: async (name: string, sent: Partial<Sent> = {}) =>
      send(port, {
        method: 'POST',
        path: `/rpc/${name.replaceAll('.', '/')}`,
        body: '{"json":{}}',
        ...sent,
        headers: { ...fromPage, 'content-type': 'application/json', ...sent.headers },
      }),
    /** Typed calls over HTTP, as the page makes them. */
    async client(): Promise<ContractRouterClient<Contract>> {
      const headers = { ...fromPage, cookie: await cookie() }
      return createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers }))
    },
    async dispose() {
      await host.close()
      await dispose()
      pages.dispose()
    },
  }
}
