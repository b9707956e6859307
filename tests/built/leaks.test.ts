import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openKeyring, readKeyring } from '../../db/opening/keyring.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { temporaryFolder } from '../helpers/testCore.ts'
import { send } from '../loopback/testHost.ts'
import { familyOf, openlyKnownOf, outsideEndsOf } from './processes.ts'
import { enterProgram, startProgram } from './startedProgram.ts'

/** Words found nowhere else. */
const passphrase = 'Quetzal volcanes 7391'
const wrongPassphrase = 'Cenote obsidiana 2847'
const person = {
  familyName: 'Xiuhcoatl',
  givenName: 'Ixtlilpapalotl',
  studentId: 'ZQX-55817',
  notes: 'Tlalocayotl',
  email: 'ixtlil@example.invalid',
}
/** Grows by what the program itself makes up: the key of its file, the recovery code. */
let secrets: string[]

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
  secrets = [passphrase, wrongPassphrase, ...Object.values(person)]
})
afterEach(() => folder.dispose())

const found = (where: string | Buffer) =>
  secrets.filter(
    (secret) => where.includes(secret) || where.includes(Buffer.from(secret, 'utf16le').toString('latin1')),
  )

function expectNothingIn(what: string, where: string | Buffer): void {
  expect(found(where), `in ${what}`).toEqual([])
}

/** Names and bytes of every file below a folder. */
function expectNothingOnDisk(path: string): void {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    expectNothingIn('the name of a file', file)
    if (entry.isFile()) expectNothingIn(file, readFileSync(file).toString('latin1'))
  }
}

/** Nobody but its owner can look into the folder, or open a file of it that was copied elsewhere. */
function expectPrivate(data: string): void {
  if (process.platform === 'win32') return
  const isOpen = (path: string) => (statSync(path).mode & 0o077) !== 0
  expect(isOpen(data)).toBe(false)
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const open = files.map(({ parentPath, name }) => join(parentPath, name)).filter(isOpen)
  // The lock is an empty file.
  expect(open.filter((path) => !path.endsWith('.lock'))).toEqual([])
}

/** What the rest of the machine can see of a process and its children; `/proc` is Linux alone. */
function expectNothingAbout(pid: number): void {
  if (process.platform !== 'linux') return
  for (const one of familyOf(String(pid))) {
    expectNothingIn('arguments, environment or names of threads', openlyKnownOf(one))
    expect(outsideEndsOf(one), 'connections beyond this machine').toEqual([])
  }
}

/** Looks at a process again and again until `work` is done. */
async function watching<Result>(pid: number, work: Promise<Result>): Promise<Result> {
  let isDone = false
  const done = work.finally(() => (isDone = true))
  while (!isDone) {
    expectNothingAbout(pid)
    await Promise.race([done.catch(() => {}), setTimeout(100)])
  }
  return done
}

test('a host that is used, fails and makes files leaves no secret and no person where others can see it', async () => {
  const data = join(folder.path, 'data')
  const started = await startProgram(['--data-folder', data], folder.path)
  const pid = started.child.pid!
  const { client, headers } = await enterProgram(started.link)
  const watched = <Result>(work: Promise<Result>) => watching(pid, work)
  const refused = async (work: Promise<unknown>) => {
    expectNothingIn('a refusal', JSON.stringify(await watched(failureOf(work))))
  }

  await watched(
    client.program.setUp({
      programName: 'Bridge',
      language: 'en',
      accountName: 'Alma',
      passphrase,
      startWith: 'empty',
    }),
  )
  const programFile = join(data, 'program.stones')
  const key = (await openKeyring(readKeyring(programFile)!, { name: 'Alma', passphrase }))!
  secrets.push(
    key.toString('hex'),
    key.toString('hex').toUpperCase(),
    key.toString('base64'),
    key.toString('latin1'),
  )
  secrets.push((await watched(client.keys.renewRecoveryCode({ passphrase }))).recoveryCode)
  const { learnerId } = await client.learners.create(person)

  await refused(
    client.learners.create({ ...person, birthDate: person.notes, phones: [{ number: person.familyName }] }),
  )
  await refused(client.learners.change({ ...person, learnerId, updatedAt: person.notes }))
  await refused(client.accounts.changePassphrase({ current: wrongPassphrase, next: passphrase }))
  await refused(client.files.take({ fileId: person.familyName }))
  const broken = await send(Number(started.link.port), {
    method: 'POST',
    path: '/rpc/learners/create',
    headers: { ...headers, 'content-type': 'application/json' },
    body: `{"json":{"familyName":"${person.familyName}"`,
  })
  expect(broken.status).toBe(400)
  expectNothingIn('a refusal', broken.body)

  const wrongFile = await client.files.put({
    file: new File([`PK\u0003\u0004${person.familyName}`], `${person.familyName}.xlsx`),
  })
  await refused(lastOf(client.imports.open({ fileId: wrongFile.fileId })))
  const list = await client.files.put({
    file: new File([`Student ID,Last name\n1,${person.notes}\n`], 'list.csv'),
  })
  await watched(lastOf(client.imports.open({ fileId: list.fileId })))
  await watched(lastOf(client.learners.export({ language: 'en', disclosure: { audience: 'inside' } })))
  await watched(lastOf(client.backups.make({})))
  expectNothingOnDisk(folder.path)
  expectPrivate(data)

  await client.session.signOut({})
  await refused(client.session.signIn({ name: 'Alma', passphrase: wrongPassphrase }))
  await watched(client.session.signIn({ name: 'Alma', passphrase }))
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expectNothingIn('standard output', started.lines.join('\n'))
  expectNothingIn('standard error', await started.complaints)
  expectNothingOnDisk(folder.path)
})

async function lastOf(stream: Promise<AsyncIterable<unknown>>): Promise<unknown> {
  let last: unknown
  for await (const event of await stream) last = event
  return last
}

test('a call from the command line shows nobody the passphrase or the person', async () => {
  const entry = fileURLToPath(new URL('../../electron/commandLine/call.ts', import.meta.url))
  const secretsFolder = join(folder.path, 'held')
  mkdirSync(secretsFolder)
  const passphraseFile = join(secretsFolder, 'passphrase')
  writeFileSync(passphraseFile, passphrase, { mode: 0o600 })
  const data = join(folder.path, 'data')

  async function called(method: string, input: object) {
    const args = [method, '-', '--program', join(data, 'program.stones'), '--passphrase-file', passphraseFile]
    const child = spawn(process.execPath, [entry, ...args], { env: { ...process.env, TMPDIR: folder.path } })
    child.stdin.end(JSON.stringify(input))
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [stdout, stderr, exitCode] = await watching(
      child.pid!,
      Promise.all([text(child.stdout), text(child.stderr), ended]),
    )
    expectNothingIn('standard error', stderr)
    return { stdout, exitCode }
  }

  const setUp = { programName: 'Bridge', language: 'en', accountName: 'Alma', passphrase, startWith: 'empty' }
  expect((await called('program.setUp', setUp)).exitCode).toBe(0)
  expect((await called('learners.create', person)).exitCode).toBe(0)
  expect((await called('learners.create', { ...person, birthDate: person.notes })).exitCode).toBe(1)
  expectNothingOnDisk(data)
})

test.runIf(process.platform === 'linux')('what is looked for would be found', async () => {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()', person.familyName], {
    env: { ...process.env, PASSPHRASE: passphrase },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const server = createServer().listen(0, '0.0.0.0')
  await Promise.all([once(child, 'spawn'), once(server, 'listening')])
  expect(familyOf(String(process.pid))).toContain(String(child.pid))
  expect(found(openlyKnownOf(String(child.pid)))).toEqual([passphrase, person.familyName])
  expect(outsideEndsOf(String(process.pid))).not.toEqual([])
  writeFileSync(join(folder.path, 'text'), Buffer.from(`x${person.notes}`, 'utf16le'))
  expect(() => expectNothingOnDisk(folder.path)).toThrow(person.notes)
  server.close()
  child.stdin.end()
  await once(child, 'exit')
})
