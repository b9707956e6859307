import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorkbook, recordsOf } from '../helpers/reportWorkbooks.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { signedInCore, testAccountName, testPassphrase } from '../helpers/testCore.ts'
import { expected } from '../rules/sampleFiles.ts'
import { callHere, callLine, refusalIn } from './commandLine.ts'
import { signInAs } from '../helpers/signInAs.ts'

let program: Awaited<ReturnType<typeof signedInCore>>
let programFile: string
const call = (...args: string[]) => callHere([...args, '--program', programFile])

/** The command line and an open program exclude each other: `work` signs in for itself, and out again. */
async function signedIn<Result>(work: () => Promise<Result>): Promise<Result> {
  await program.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  const result = await work()
  await program.api.session.signOut({})
  return result
}

beforeAll(async () => {
  program = await signedInCore({ language: 'es' })
  programFile = join(program.folder, 'program.stones')
  await program.api.session.signOut({})
})
afterAll(() => program.dispose())

describe('a call', () => {
  test('prints its result as JSON and nothing else', async () => {
    const said = await callLine(['program.settings', '{}', '--program', programFile])
    expect(said).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(said.stdout)).toMatchObject({ name: 'Bridge to Health Careers', language: 'es' })
  })

  test('takes its input from standard input too, and none as an empty one', async () => {
    const piped = await callLine(['accounts.list', '-', '--program', programFile], '{}')
    const without = await call('accounts.list')
    expect(piped.exitCode).toBe(0)
    expect(JSON.parse(piped.stdout)).toMatchObject([{ name: testAccountName }])
    expect(JSON.parse(without.stdout)).toHaveLength(1)
  })

  test('that changes something is signed like one on the screen', async () => {
    const said = await call('program.changeSettings', '{"name":"Bridge North","language":"es"}')
    expect(said.exitCode).toBe(0)
    await signedIn(async () => {
      const row = await program.core
        .requireOpen()
        .file.reader.selectFrom('auditEntries')
        .selectAll()
        .where('action', '=', 'program.changeSettings')
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject({ accountName: testAccountName })
      await program.api.program.changeSettings({ name: 'Bridge to Health Careers', language: 'es' })
    })
  })

  test('needs no sign-in for what comes before one', async () => {
    const folder = mkdtempSync(join(program.folder, 'new-'))
    const said = await callHere(['session.state', '--program', join(folder, 'program.stones')], {
      passphrase: undefined,
    })
    expect(JSON.parse(said.stdout)).toMatchObject({ state: 'noProgram', host: 'commandLine' })
  })
})

describe('files', () => {
  test('go in', async () => {
    const path = join(program.folder, 'roster.csv')
    writeFileSync(path, 'name\nAna')
    const said = await call('files.put', '--in', path)
    expect(JSON.parse(said.stdout)).toMatchObject({ name: 'roster.csv', size: 8 })
  })

  test('come out, and long work says how far it is', async () => {
    const path = join(program.folder, 'learners.xlsx')
    const said = await call('learners.export', '{"language":"es"}', '--out', path)
    expect(said.exitCode, said.stderr).toBe(0)
    expect(said.stderr).toMatch(/^\p{Lu}.* \d+/u)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    expect(workbook.worksheets.length).toBeGreaterThan(0)
    expect(JSON.parse(said.stdout)).toMatchObject({ size: readFileSync(path).length })
    expect(readdirSync(program.folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('are asked for where they are needed and refused where they are not', async () => {
    expect(refusalIn(await call('learners.export', '{"language":"es"}')).code).toBe('commandLine.outMissing')
    expect(refusalIn(await call('accounts.list', '{}', '--out', 'x')).code).toBe('commandLine.outUnused')
    expect(refusalIn(await call('accounts.list', '{}', '--in', 'x')).code).toBe('commandLine.inUnused')
  })

  test('that cannot be read or written are refused with the reason', async () => {
    const missing = refusalIn(await call('files.put', '--in', join(program.folder, 'missing.csv')))
    expect(missing).toMatchObject({ code: 'commandLine.fileNotRead', values: { reason: 'ENOENT' } })
    const nowhere = join(program.folder, 'no-such-folder', 'out.xlsx')
    const unwritten = refusalIn(await call('learners.export', '{"language":"es"}', '--out', nowhere))
    expect(unwritten).toMatchObject({ code: 'commandLine.fileNotWritten', values: { reason: 'ENOENT' } })
  })
})

test('a nightly export writes a report as it stands on its day, and keeps what it was for', async () => {
  await signedIn(() => enterSampleCohorts(program))
  const path = join(program.folder, 'certification.xlsx')
  const input =
    '{"filters":{"asOf":"2026-08-01"},"language":"en","disclosure":{"audience":"inside","note":"Nightly"}}'
  const args = ['reports.exportCertification', input, '--out', path, '--program', programFile]
  expect((await callLine(args)).exitCode).toBe(0)
  const workbook = await openWorkbook(new Uint8Array(readFileSync(path)))
  const rows = recordsOf(workbook.getWorksheet('By cohort')!)
  expect(rows.map((row) => [row['Cohort'], row['Certified'] ?? 0])).toEqual(
    ['NA-C1', 'NA-G1', 'NA-C2', 'NA-G2', 'NA-C3', 'NA-G3'].map((code) => [
      code,
      expected.cohorts[code]!.certified,
    ]),
  )
  const kept = await signedIn(() =>
    program.core
      .requireOpen()
      .file.reader.selectFrom('auditEntries')
      .select('after')
      .where('action', '=', 'reports.exportCertification')
      .executeTakeFirstOrThrow(),
  )
  expect(JSON.parse(kept.after!)).toMatchObject({ audience: 'inside', purposeNote: 'Nightly' })
})

describe('a refusal', () => {
  test('ends the process with 1 and speaks on standard error alone', async () => {
    const said = await callLine(['learners.nothing', '{}', '--program', programFile])
    expect(refusalIn(said)).toMatchObject({ kind: 'notFound', values: { method: 'learners.nothing' } })
  })

  test('is typed, says what to do in the account’s language, and names the fields', async () => {
    const refusal = refusalIn(
      await call('accounts.create', '{"name":"","roles":[],"language":"en","passphrase":"short"}'),
    )
    expect(refusal).toMatchObject({
      kind: 'invalidInput',
      message: 'Hay respuestas que deben corregirse.',
      fields: [
        { path: 'name', code: 'required', message: 'Complete este campo.' },
        { path: 'roles', code: 'chooseOne' },
        { path: 'passphrase', code: 'passphraseTooShort', values: { minimum: 10 } },
      ],
    })
    expect(refusal.fields[2]?.message).toContain('10')
  })

  test('of a wrong passphrase opens nothing and says nothing more', async () => {
    const wrong = await callHere(['accounts.list', '--program', programFile], {
      passphrase: 'not the one at all',
    })
    expect(refusalIn(wrong)).toMatchObject({ kind: 'refused', code: 'wrongPassphrase' })
    const missing = await callHere(['accounts.list', '--program', programFile], { passphrase: undefined })
    expect(refusalIn(missing).code).toBe('commandLine.passphraseMissing')
  })

  test('of a passphrase file says why, and one that others may read is not read', async () => {
    const passphraseFile = join(program.folder, 'passphrase.txt')
    const args = ['accounts.list', '--program', programFile, '--passphrase-file', passphraseFile]
    const noEnvironment = { passphrase: undefined }
    expect(refusalIn(await callHere(args, noEnvironment))).toMatchObject({
      code: 'commandLine.passphraseFileNotRead',
      values: { reason: 'ENOENT' },
    })
    writeFileSync(passphraseFile, `${testPassphrase}\r\n`, { mode: 0o600 })
    expect((await callHere(args, noEnvironment)).exitCode).toBe(0)
    if (process.platform === 'win32') return
    chmodSync(passphraseFile, 0o640)
    expect(refusalIn(await callHere(args, noEnvironment)).code).toBe('commandLine.passphraseFileOpen')
  })

  test.each([
    ['an unknown method', ['learners.nothing'], 'commandLine.noSuchMethod'],
    ['a prototype’s name', ['__proto__.toString'], 'commandLine.noSuchMethod'],
    ['a broken input', ['program.settings', '{'], 'commandLine.notJson'],
    ['an unknown option', ['program.settings', '--nothing'], 'commandLine.usage'],
    ['too many words', ['program.settings', '{}', '{}'], 'commandLine.usage'],
    ['nothing at all', [], 'commandLine.usage'],
  ])('names %s', async (_what, args, code) => {
    expect(refusalIn(await call(...args)).code).toBe(code)
  })

  test('names a program that is not there, and makes none', async () => {
    const nowhere = join(program.folder, 'nowhere.stones')
    expect(refusalIn(await callHere(['accounts.list', '--program', nowhere])).code).toBe(
      'commandLine.noProgram',
    )
    expect(existsSync(nowhere)).toBe(false)
  })
})

test('Ctrl+C stops long work and says so', async () => {
  const stop = new AbortController()
  stop.abort()
  const path = join(program.folder, 'stopped.xlsx')
  const args = ['learners.export', '{"language":"es"}', '--out', path, '--program', programFile]
  expect(refusalIn(await callHere(args, { signal: stop.signal }))).toMatchObject({ kind: 'cancelled' })
  expect(existsSync(path)).toBe(false)
})

test('with several accounts it asks who is calling, and their roles decide', async () => {
  await signedIn(() => signInAs(program.api, 'Benita Cruz', ['viewer']))
  expect(refusalIn(await call('accounts.list')).code).toBe('commandLine.nameMissing')
  expect((await call('accounts.list', '--as', testAccountName)).exitCode).toBe(0)
  const refusal = refusalIn(await call('accounts.list', '--as', 'benita cruz'))
  expect(refusal).toMatchObject({ kind: 'notAllowed' })
  expect(refusal.message).toContain('administrator')
})
