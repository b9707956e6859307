import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Client } from '../helpers/typedCalls.ts'
import { send } from '../loopback/testHost.ts'

export const startEntry = fileURLToPath(new URL('../../build/start.ts', import.meta.url))

/** Starts the program as `npm start` does and waits for the link it prints. */
export async function startProgram(args: readonly string[], temp: string) {
  const child = spawn(process.execPath, [startEntry, '--browser', '--no-open', ...args], {
    env: { ...process.env, TMPDIR: temp, TEMP: temp, XDG_DATA_HOME: temp, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const complaints = text(child.stderr)
  const lines: string[] = []
  const link = await new Promise<URL>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('http://127.0.0.1:')) resolve(new URL(line))
    })
    void ended.then(async () => reject(new Error(`it ended before it printed a link: ${await complaints}`)))
  })
  return { child, ended, lines, complaints, link }
}

/** Trades a link for the cookie, as the page does; the headers of a page that was let in. */
export async function enterProgram(link: URL) {
  const fromPage = { origin: link.origin, 'sec-fetch-site': 'same-origin' }
  const token = link.hash.slice('#token='.length)
  const entered = await send(Number(link.port), {
    method: 'POST',
    path: '/enter',
    headers: fromPage,
    body: token,
  })
  const headers = { ...fromPage, cookie: entered.headers['set-cookie']![0]!.split(';')[0]! }
  const client: Client = createORPCClient(new RPCLink({ url: `${link.origin}/rpc`, headers }))
  return { headers, client }
}
