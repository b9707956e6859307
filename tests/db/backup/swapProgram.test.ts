import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { nextFolder } from '../../../db/backup/places.ts'
import {
  finishingSteps,
  finishSwap,
  prepareNext,
  swapProgram,
  swapSteps,
} from '../../../db/backup/swapProgram.ts'
import { readKeyring } from '../../../db/opening/keyring.ts'
import { temporaryFolder } from '../../helpers/testCore.ts'

const kept = { folderName: '2026-08-01T12-00-00Z beforeRestore', manifest: '{"about":"the old one"}' }

const open: { dispose(): void }[] = []
afterEach(() => {
  for (const folder of open.splice(0)) folder.dispose()
})

/** A program whose files only say whose they are, and another that waits to take its place. */
function programAndNext() {
  const folder = temporaryFolder()
  open.push(folder)
  const programFile = join(folder.path, 'program.stones')
  writeFileSync(programFile, 'old')
  writeFileSync(`${programFile}.keys`, 'old keys')
  writeFileSync(`${programFile}-wal`, 'old journal')
  const next = prepareNext(programFile)
  writeFileSync(join(next, 'program.stones'), 'new')
  writeFileSync(join(next, 'program.stones.keys'), 'new keys')
  return { folder: folder.path, programFile, keptIn: join(folder.path, 'backups', kept.folderName) }
}

const textOf = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** Both files are the old ones, or both are the new ones and the old ones are a backup. */
function expectWhole({ folder, programFile, keptIn }: ReturnType<typeof programAndNext>): 'old' | 'new' {
  const shown = textOf(programFile)
  expect(textOf(`${programFile}.keys`)).toBe(`${shown} keys`)
  expect(existsSync(`${programFile}-wal`)).toBe(shown === 'old')
  if (shown === 'old') return 'old'
  expect(shown).toBe('new')
  const left = readdirSync(folder).filter((name) => !name.endsWith('.lock'))
  expect(left.sort()).toEqual(['backups', 'program.stones', 'program.stones.keys'])
  expect(readdirSync(join(folder, 'backups'))).toEqual([kept.folderName])
  expect(textOf(keptIn, 'program.stones')).toBe('old')
  expect(textOf(keptIn, 'program.stones-wal')).toBe('old journal')
  expect(textOf(keptIn, 'program.stones.keys')).toBe('old keys')
  expect(textOf(keptIn, 'backup.json')).toBe(kept.manifest)
  return 'new'
}

test('a swap stopped after any step leaves the old program, or the next start finishes the new one', () => {
  const names = [...swapSteps(programAndNext().programFile, kept)]
  expect(names.length).toBeGreaterThan(9)
  const shown = names.map((name, index) => {
    const program = programAndNext()
    const steps = swapSteps(program.programFile, kept)
    for (let step = 0; step <= index; step++) expect(steps.next().value).toBe(names[step])
    finishSwap(program.programFile)
    finishSwap(program.programFile)
    return [name, expectWhole(program)]
  })
  const decided = names.indexOf('the swap is decided')
  expect(shown).toEqual(names.map((name, index) => [name, index < decided ? 'old' : 'new']))
})

test('a start that is itself stopped after any step of finishing is finished by the next one', () => {
  const decided = () => {
    const program = programAndNext()
    for (const name of swapSteps(program.programFile, kept)) if (name === 'the swap is decided') break
    return program
  }
  const names = [...finishingSteps(decided().programFile)]
  for (const [stoppedAt] of names.entries()) {
    for (const stoppedAgainAt of [0, stoppedAt, (stoppedAt + 4) % names.length]) {
      const program = decided()
      for (const stop of [stoppedAt, stoppedAgainAt]) {
        const steps = existsSync(`${program.programFile}.ready`) ? finishingSteps(program.programFile) : null
        for (let step = 0; step <= stop; step++) steps?.next()
      }
      finishSwap(program.programFile)
      expect(expectWhole(program)).toBe('new')
    }
  }
})

test('a program that is missing is put in its place all the same', () => {
  const folder = temporaryFolder()
  open.push(folder)
  const programFile = join(folder.path, 'program.stones')
  const next = prepareNext(programFile)
  writeFileSync(join(next, 'program.stones'), 'new')
  writeFileSync(join(next, 'program.stones.keys'), 'new keys')
  swapProgram(programFile, kept)
  expect([textOf(programFile), textOf(`${programFile}.keys`)]).toEqual(['new', 'new keys'])
  expect(readdirSync(join(folder.path, 'backups'))).toEqual([])
})

test('half a program takes no place', () => {
  const program = programAndNext()
  mkdirSync(prepareNext(program.programFile), { recursive: true })
  writeFileSync(join(nextFolder(program.programFile), 'program.stones'), 'new')
  expect(() => swapProgram(program.programFile, kept)).toThrow('incomplete')
  expect(expectWhole(program)).toBe('old')
})

test('who looks for the keyring sees a decided swap finished', () => {
  const program = programAndNext()
  for (const name of swapSteps(program.programFile, kept)) if (name === 'the old file is aside') break
  expect(existsSync(program.programFile)).toBe(false)
  // The test's keyring is no keyring; that it was looked at says that both files were there again.
  expect(() => readKeyring(program.programFile)).toThrow('keyringDamaged')
  expect(expectWhole(program)).toBe('new')
})
