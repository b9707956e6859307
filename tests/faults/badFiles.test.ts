import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typedFailure } from '../../db/calls/typedFailure.ts'
import { keyringPath } from '../../db/opening/keyringPaths.ts'
import { failureInWords } from '../../db/texts/translator.ts'
import { chanceFrom } from '../../db/sampleData/random.ts'
import { languages } from '../../shared/values/vocabulary.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { makeProgram, type CopiedProgram, type MadeProgram } from './copiedProgram.ts'
import { damages, type Surroundings } from './damages.ts'

let made: MadeProgram
let other: MadeProgram
let otherCopy: CopiedProgram
let around: Surroundings

/** The journal of an open program that was begun anew several times, so that it no longer holds every change. */
async function journalOf(program: MadeProgram): Promise<Buffer> {
  const { api, core, file, dispose } = await program.open()
  await sql`pragma wal_autocheckpoint = 50`.execute(core.requireOpen().file.writer)
  for (let learner = 0; learner < 40; learner += 1) {
    await api.learners.create({ familyName: `Family${learner}`, notes: 'words '.repeat(600) })
  }
  const journal = readFileSync(`${file}-wal`)
  await dispose()
  return journal
}

beforeAll(async () => {
  made = await makeProgram()
  other = await makeProgram()
  otherCopy = other.copy()
  const untouched = made.copy()
  around = {
    whole: readFileSync(untouched.file),
    otherFile: otherCopy.file,
    otherJournal: await journalOf(other),
    laterJournal: await journalOf(made),
  }
  await untouched.dispose()
}, 60_000)
afterAll(async () => {
  await otherCopy.dispose()
  await made.dispose()
  await other.dispose()
})

/** What lies at a path in a word; SQLite leaves an empty journal beside a file that it could not read. */
function contentOf(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return found ? 'no file' : ''
  return found.size === 0 ? '' : createHash('sha256').update(readFileSync(path)).digest('hex')
}

const everything = ({ file }: CopiedProgram) => [file, keyringPath(file), `${file}-wal`].map(contentOf)

describe('in the place of a program', () => {
  test.each(damages)('$name is named, said in words, and left as it is', async (damage) => {
    const program = made.copy()
    damage.do(program.file, around)
    const before = everything(program)
    const failure = await failureOf(program.signIn())
    expect(failure).toMatchObject({ kind: 'broken', code: damage.code })
    for (const language of languages) {
      const { message } = failureInWords(failure, language)
      expect(message).toMatch(language === 'en' ? /Nothing was changed/ : /No se cambió nada/)
    }
    expect(everything(program)).toEqual(before)
    expect(program.log).toEqual([])
    await program.dispose()
  })

  test('a file that a newer version wrote is named and left as it is', async () => {
    const program = await made.open()
    await sql`insert into kysely_migration values ('999-of-the-future', '2030-01-01')`.execute(
      program.core.requireOpen().file.writer,
    )
    await program.core.close()
    const before = everything(program)
    expect(await failureOf(program.signIn())).toMatchObject({ kind: 'broken', code: 'programFileNewer' })
    expect(everything(program)).toEqual(before)
    await program.dispose()
  })
})

/** Reads every page of an open program; the code of what it meets. */
async function codeOfReadingAll({ core }: CopiedProgram): Promise<string | null> {
  try {
    const { reader } = core.requireOpen().file
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(reader as never)
    return rows[0]?.quick_check === 'ok' ? null : 'programFileDamaged'
  } catch (error) {
    return typedFailure(error).data.code
  }
}

test('a bit turned anywhere is found, at the sign-in or as soon as its page is read', async () => {
  const chance = chanceFrom(7)
  for (let time = 0; time < 40; time += 1) {
    const program = made.copy()
    const offset = chance.between(0, around.whole.length - 1)
    const bytes = Buffer.from(around.whole)
    bytes[offset] = bytes[offset]! ^ (1 << chance.between(0, 7))
    writeFileSync(program.file, bytes)
    const refusal = await program.signIn().then(
      () => null,
      (error: unknown) => typedFailure(error).data.code,
    )
    const code = refusal ?? (await codeOfReadingAll(program))
    expect(code, `byte ${offset}`).toBe(offset < 4096 ? 'programFileUnreadable' : 'programFileDamaged')
    if (refusal !== null) expect(readFileSync(program.file).equals(bytes)).toBe(true)
    await program.dispose()
  }
})
