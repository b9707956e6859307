import { copyFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { makeProgram, type MadeProgram } from './copiedProgram.ts'

let made: MadeProgram
const open: { dispose(): Promise<void> }[] = []
beforeAll(async () => {
  made = await makeProgram()
})
afterEach(async () => {
  for (const program of open.splice(0)) await program.dispose()
})
afterAll(() => made.dispose())

async function openProgram() {
  const program = await made.open()
  open.push(program)
  const rename = (name: string) => program.api.program.changeSettings({ name, language: 'en' })
  const name = async () => (await program.api.program.settings({})).name
  await rename('As it was')
  return { ...program, rename, name }
}

test('a file moved away under an open program takes no more changes, and takes them again when it is back', async () => {
  const { file, rename, name } = await openProgram()
  const elsewhere = `${file}.moved`
  renameSync(file, elsewhere)
  expect(await failureOf(rename('Lost'))).toMatchObject({ kind: 'broken', code: 'programFileVanished' })
  expect(await name()).toBe('As it was')
  renameSync(elsewhere, file)
  await rename('Kept')
  expect(await name()).toBe('Kept')
})

test('a file put in the place of the open one takes no change, and is not touched', async () => {
  const { file, folder, rename, name, core, signIn, api } = await openProgram()
  const other = await made.open()
  await other.api.program.changeSettings({ name: 'The other', language: 'en' })
  await other.core.close()
  const mine = join(folder, 'mine')
  renameSync(file, mine)
  copyFileSync(other.file, file)
  expect(await failureOf(rename('Lost'))).toMatchObject({ kind: 'broken', code: 'programFileReplaced' })
  expect(await name()).toBe('As it was')
  await core.close()
  await other.dispose()
  await signIn()
  expect((await api.program.settings({})).name).toBe('The other')
})

test('without its journal, what is open takes no change', async () => {
  const { file, rename } = await openProgram()
  rmSync(`${file}-wal`)
  expect(await failureOf(rename('Lost'))).toMatchObject({ code: 'programFileReplaced' })
})

test('a folder that is gone is named when a change is made', async () => {
  const { folder, rename } = await openProgram()
  const elsewhere = `${folder}-moved`
  renameSync(folder, elsewhere)
  expect(await failureOf(rename('Lost'))).toMatchObject({ code: 'programFileVanished' })
  renameSync(elsewhere, folder)
  await rename('Kept')
})

test.each([
  ['deleted', (file: string) => rmSync(file)],
  ['replaced', (file: string) => writeFileSync(file, 'something else', { flush: true })],
])('what is open is saved as a backup when its file was %s, and opens from there', async (how, take) => {
  const program = await openProgram()
  const { file, folder, api, name, rename } = program
  if (how === 'replaced') renameSync(file, join(folder, 'mine'))
  take(file)
  expect((await failureOf(rename('Lost'))).kind).toBe('broken')
  const { id } = await resultOf(api.backups.make({}))
  await program.core.signOut()
  const credential = { name: testAccountName, passphrase: testPassphrase }
  await resultOf(api.backups.open({ source: { id }, credential }))
  await program.signIn()
  expect(await name()).toBe('As it was')
  expect(readdirSync(folder).filter((found) => found.endsWith('.aside'))).toEqual([])
})
