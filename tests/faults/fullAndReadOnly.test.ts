import { sql } from 'kysely'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keyringPath, nextKeyringPath } from '../../db/opening/keyringPaths.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { testPassphrase } from '../helpers/testCore.ts'
import { makeProgram, type CopiedProgram, type MadeProgram } from './copiedProgram.ts'

let made: MadeProgram
const open: CopiedProgram[] = []
beforeAll(async () => {
  made = await makeProgram()
})
afterEach(async () => {
  for (const program of open.splice(0)) await program.dispose()
})
afterAll(() => made.dispose())

const kept = (program: CopiedProgram) => (open.push(program), program)
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const said = (command: string, args: readonly string[]) =>
  JSON.parse(execFileSync(command, args, { encoding: 'utf8' })) as Record<string, unknown>

// What these systems are asked for (limits of a process, modes of files, a device that is full) Windows has not.
describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  test('refuses the change and keeps every one before it', async () => {
    const program = kept(made.copy())
    // Bash counts in kibibytes, and its child would be ended by the signal of the limit.
    const limited = `trap '' XFSZ; ulimit -f 1500; exec "$0" "$1" "$2"`
    const { added, code, stillThere } = said('bash', [
      ...['-c', limited, process.execPath, script('limitedProcess.ts'), program.file],
    ])
    expect(code).toMatch(/^disk(Full|Failed)$/)
    expect(added).toBeGreaterThan(0)
    expect(stillThere).toBe(added)
    await program.signIn()
    expect((await program.api.learners.list({ offset: 0, limit: 1 })).total).toBe(added)
  })

  test('refuses a row too many by name, and takes it when there is room', async () => {
    const { core, api } = kept(await made.open())
    const { writer } = core.requireOpen().file
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(writer)
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(writer)
    const add = () => api.learners.create({ familyName: 'Rivera', notes: 'w'.repeat(4000) })
    const addMany = async () => {
      for (let learner = 0; learner < 50; learner += 1) await add()
    }
    expect(await failureOf(addMany())).toMatchObject({ kind: 'broken', code: 'diskFull' })
    const { total } = await api.learners.list({ offset: 0, limit: 1 })
    await sql`pragma max_page_count = 1000000`.execute(writer)
    await add()
    expect((await api.learners.list({ offset: 0, limit: 1 })).total).toBe(total + 1)
  })

  test.runIf(process.platform === 'linux')('leaves the passphrase as it was', async () => {
    const program = kept(await made.open())
    symlinkSync('/dev/full', `${nextKeyringPath(program.file)}.new`)
    const change = { current: testPassphrase, next: 'eight quiet stones' }
    expect(await failureOf(program.api.accounts.changePassphrase(change))).toMatchObject({ code: 'diskFull' })
    const actions = await program.core
      .requireOpen()
      .file.reader.selectFrom('auditEntries')
      .select('id')
      .where('action', '=', 'accounts.changePassphrase')
      .execute()
    expect(actions).toEqual([])
    await program.api.session.signOut({})
    expect((await program.signIn()).state).toBe('signedIn')
    rmSync(`${nextKeyringPath(program.file)}.new`)
  })
})

describe.skipIf(process.platform === 'win32')('without the right to write', () => {
  /** Lets everybody into the folder and at the files in it, but for what a test takes away. */
  function openToAll(program: CopiedProgram): CopiedProgram {
    chmodSync(program.folder, 0o777)
    for (const name of readdirSync(program.folder)) chmodSync(join(program.folder, name), 0o666)
    return program
  }
  const codeOf = (program: CopiedProgram, action: 'signIn' | 'setUp') =>
    said(process.execPath, [script('unprivilegedProcess.ts'), program.file, action]).code

  test.each([
    ['in the folder', 'programFolderReadOnly', ({ folder }: CopiedProgram) => chmodSync(folder, 0o555)],
    ['in the file', 'programFileReadOnly', ({ file }: CopiedProgram) => chmodSync(file, 0o444)],
    ['and to read the file', 'programFileReadOnly', ({ file }: CopiedProgram) => chmodSync(file, 0)],
    [
      'and to read the keys',
      'keyringUnreadable',
      ({ file }: CopiedProgram) => chmodSync(keyringPath(file), 0),
    ],
    ['with every right', null, () => {}],
  ])('%s: %s', (_where, code, take) => {
    const program = openToAll(kept(made.copy()))
    take(program)
    expect(codeOf(program, 'signIn')).toBe(code)
  })

  test('a first run in a read-only folder says so and leaves nothing', () => {
    const program = kept(made.copy())
    const folder = join(program.folder, 'new')
    mkdirSync(folder)
    chmodSync(folder, 0o555)
    chmodSync(program.folder, 0o755)
    const file = join(folder, 'program.stones')
    const { code } = said(process.execPath, [script('unprivilegedProcess.ts'), file, 'setUp'])
    expect(code).toBe('programFolderReadOnly')
    expect(readdirSync(folder)).toEqual([])
  })
})
