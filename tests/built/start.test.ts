import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../helpers/testCore.ts'
import { send } from '../loopback/testHost.ts'

const entry = fileURLToPath(new URL('../../build/start.ts', import.meta.url))

/** Starts the program as `npm start` does and waits for the link it prints. */
async function start(args: readonly string[], temp: string) {
  const child = spawn(process.execPath, [entry, '--browser', '--no-open', ...args], {
    env: { ...process.env, TMPDIR: temp, TEMP: temp, XDG_DATA_HOME: temp, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const lines: string[] = []
  const link = await new Promise<URL>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('http://127.0.0.1:')) resolve(new URL(line))
    })
    void ended.then(() => reject(new Error('it ended before it printed a link')))
  })
  return { child, ended, lines, link }
}

test('a demo opens signed in, on the built page, and leaves nothing behind', async () => {
  const temp = temporaryFolder()
  const { child, ended, lines, link } = await start(['--demo'], temp.path)
  expect(lines.join('\n')).toContain('You asked for it with --browser.')
  expect(lines.join('\n')).toContain('throw-away')
  const port = Number(link.port)
  const page = await send(port, { path: '/', headers: { 'sec-fetch-site': 'none' } })
  expect(page.body).toContain('<div id="root">')
  expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=/)

  const fromPage = { origin: link.origin, 'sec-fetch-site': 'same-origin' }
  const token = link.hash.slice('#token='.length)
  const entered = await send(port, { method: 'POST', path: '/enter', headers: fromPage, body: token })
  const cookie = entered.headers['set-cookie']![0]!.split(';')[0]!
  const state = await send(port, {
    method: 'POST',
    path: '/rpc/session/state',
    headers: { ...fromPage, cookie, 'content-type': 'application/json' },
    body: '{"json":{}}',
  })
  expect(JSON.parse(state.body).json).toMatchObject({
    state: 'signedIn',
    isDemo: true,
    host: 'loopback',
    account: { name: 'Demo' },
  })

  const folders = () => readdirSync(temp.path).filter((name) => name.startsWith('stepping'))
  expect(folders()).toHaveLength(1)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  expect(folders()).toEqual([])
  temp.dispose()
})

test('a program is kept in the folder asked for, on the port asked for', async () => {
  const temp = temporaryFolder()
  const first = await start(['--data-folder', temp.path], temp.path)
  expect(first.lines.join('\n')).toContain(temp.path)
  const second = spawn(process.execPath, [entry, '--browser', '--no-open', '--port', first.link.port], {
    stdio: 'pipe',
  })
  const refusal = new Promise<string>((resolve) =>
    second.stderr.once('data', (text: Buffer) => resolve(text.toString())),
  )
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(1)
  expect(await refusal).toContain(`${first.link.port}`)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  temp.dispose()
})
