import Database from 'better-sqlite3'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { holdProgram, lockPath } from '../../db/opening/fileLock.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { testAccountName, testCore, testPassphrase } from '../helpers/testCore.ts'
import { makeProgram, type MadeProgram } from './copiedProgram.ts'

let made: MadeProgram
const open: { dispose(): Promise<void> }[] = []
const copies: ChildProcess[] = []
beforeAll(async () => {
  made = await makeProgram()
})
afterEach(async () => {
  for (const copy of copies.splice(0)) copy.kill('SIGKILL')
  for (const program of open.splice(0)) await program.dispose()
})
afterAll(() => made.dispose())

function closedProgram() {
  const program = made.copy()
  open.push(program)
  return program
}

async function startSecondCopy(file: string): Promise<ChildProcess> {
  const entry = fileURLToPath(new URL('secondCopy.ts', import.meta.url))
  const copy = spawn(process.execPath, [entry, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  copies.push(copy)
  await once(copy.stdout!, 'data')
  return copy
}

test('a program that another copy of the app works on is refused until that copy ends, however it ends', async () => {
  const program = closedProgram()
  const copy = await startSecondCopy(program.file)
  expect(await failureOf(program.signIn())).toMatchObject({ kind: 'broken', code: 'programOpenElsewhere' })
  const ended = once(copy, 'exit')
  copy.kill('SIGKILL')
  await ended
  expect((await program.signIn()).state).toBe('signedIn')
})

test('a program that is open here cannot be taken by another copy; signed out, it can', async () => {
  const program = closedProgram()
  await program.signIn()
  const isHeld = () => {
    const other = new Database(lockPath(program.file), { timeout: 0 })
    try {
      other.exec('begin exclusive')
      return false
    } catch {
      return true
    } finally {
      other.close()
    }
  }
  expect(isHeld()).toBe(true)
  await program.api.session.signOut({})
  expect(isHeld()).toBe(false)
})

test('a first run next to another first run is refused and leaves nothing', async () => {
  const program = testCore()
  open.push(program)
  const copy = await startSecondCopy(program.core.settings.programFile)
  const setUp = () =>
    program.api.program.setUp({
      programName: 'Second',
      language: 'en',
      accountName: testAccountName,
      passphrase: testPassphrase,
      startWith: 'empty',
    })
  expect(await failureOf(setUp())).toMatchObject({ code: 'programOpenElsewhere' })
  expect(readdirSync(program.folder)).toEqual(['program.stones.lock'])
  const ended = once(copy, 'exit')
  copy.kill('SIGKILL')
  await ended
  expect((await setUp()).state).toBe('signedIn')
})

test('holders in one process share the hold; the last one lets go', () => {
  const program = closedProgram()
  const first = holdProgram(program.file)
  const second = holdProgram(program.file)
  first.release()
  first.release()
  expect(() => new Database(lockPath(program.file), { timeout: 0 }).exec('begin exclusive')).toThrow('locked')
  second.release()
  expect(existsSync(lockPath(program.file))).toBe(true)
  holdProgram(program.file).release()
})
