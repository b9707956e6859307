import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../helpers/testCore.ts'
import { send } from '../loopback/testHost.ts'
import { enterProgram, startEntry, startProgram } from './startedProgram.ts'

test('a demo opens signed in, on the built page, and leaves nothing behind', async () => {
  const temp = temporaryFolder()
  const { child, ended, lines, link } = await startProgram(['--demo'], temp.path)
  expect(lines.join('\n')).toContain('You asked for it with --browser.')
  expect(lines.join('\n')).toContain('throw-away')
  const port = Number(link.port)
  const page = await send(port, { path: '/', headers: { 'sec-fetch-site': 'none' } })
  expect(page.body).toContain('<div id="root">')
  expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=/)

  const { client } = await enterProgram(link)
  expect(await client.session.state({})).toMatchObject({
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
  const first = await startProgram(['--data-folder', temp.path], temp.path)
  expect(first.lines.join('\n')).toContain(temp.path)
  const second = spawn(process.execPath, [startEntry, '--browser', '--no-open', '--port', first.link.port], {
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
