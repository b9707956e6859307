import { call, type AnyProcedure } from '@orpc/server'
import fc from 'fast-check'
import { sql } from 'kysely'
import { cpSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { router } from '../../db/router.ts'
import { translator } from '../../db/texts/translator.ts'
import { failureTextKey } from '../../shared/texts/index.ts'
import { makesFile } from '../../electron/commandLine/listMethods.ts'
import { failureSchema, type FailureData } from '../../shared/contract/failures.ts'
import { methods, type Method } from '../../shared/contract/methods.ts'
import { languages, roles, type Role } from '../../shared/values/vocabulary.ts'
import { failureOf } from '../helpers/failureOf.ts'
import {
  signedInCore,
  temporaryFolder,
  testAccountName,
  testCore,
  testPassphrase,
} from '../helpers/testCore.ts'
import { previewed, textFile } from '../db/imports/importing.ts'
import { arbitraryInput, handles } from './arbitraryInput.ts'

/** Threads of their own, whole copies of the program, and signing in anew take time. */
const isSlow = (method: Method) =>
  makesFile(method) || ['session.signOut', 'session.lock', 'backups.make', 'keys.rekey'].includes(method.name)
const inputsFor = (method: Method) => (isSlow(method) ? 4 : 30)
const seed = 20261122

let prepared: string
let program: ReturnType<typeof testCore>
const trash: { dispose(): unknown }[] = []
let tried = 0
let refusedCount = 0
const bornWith = Reflect.ownKeys(Object.prototype)

/** A copy of the prepared program, signed in. Some calls end a session or change its passphrase. */
async function openFreshProgram(): Promise<void> {
  const folder = temporaryFolder()
  trash.push(folder)
  cpSync(prepared, folder.path, { recursive: true })
  program = testCore({ programFile: `${folder.path}/program.stones` })
  trash.push(program)
  await program.api.session.signIn({ name: testAccountName, passphrase: testPassphrase })
  const roster = textFile('Student ID,Last name,First name\nS1,Paz,Ana\nS1,Paz,Ana\n,,\n')
  keepHandles([await program.api.files.put({ file: roster }), await previewed(program, roster)])
}

beforeAll(async () => {
  const made = await signedInCore({ startWith: 'sampleData' })
  trash.push(made)
  await made.core.close()
  prepared = made.folder
  await openFreshProgram()
})
afterAll(async () => {
  for (const one of trash.toReversed()) await one.dispose()
})

const procedureOf = ({ name }: Method) =>
  name
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], router) as AnyProcedure

async function resultOf(method: Method, input: unknown): Promise<unknown> {
  const answer = await call(procedureOf(method), input as never, { context: { core: program.core } })
  if (!method.meta.reportsProgress) return answer
  let last: unknown
  for await (const event of answer as AsyncIterable<unknown>) last = event
  return last
}

/** A number that changes with every change that another connection writes to the file. */
async function dataVersion(): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(
    program.core.requireOpen().file.reader as never,
  )
  return rows[0]!.data_version
}

function keepHandles(result: unknown): void {
  const given = JSON.stringify(result ?? null).matchAll(/"(fileId|openId|previewId)":"([^"]+)"/g)
  for (const [, name, id] of given) handles.set(name!, id!)
}

/** Every role at once gets furthest; now and then somebody comes who may less. */
const someRoles = fc.oneof(
  { arbitrary: fc.constant<readonly Role[]>(roles), weight: 5 },
  { arbitrary: fc.constantFrom(...roles).map((role): readonly Role[] => [role]), weight: 1 },
)

/** Makes the call; null if it succeeded, else its failure. Anything but a typed failure is thrown. */
async function refusalOf(method: Method, input: unknown): Promise<FailureData | null> {
  let result: unknown
  const calling = resultOf(method, input).then((answer) => void (result = answer))
  const failure = await failureOf(calling).catch((error: unknown) => {
    if (error instanceof Error && error.message === 'the call was expected to fail') return null
    throw error
  })
  if (!failure) keepHandles(result)
  return failure
}

function expectPlain(failure: FailureData): void {
  expect(failureSchema.safeParse(failure).success).toBe(true)
  expect(failure.code).not.toBe('unforeseen')
  for (const { code, values } of [failure, ...failure.fields])
    for (const language of languages)
      expect(translator(language)(failureTextKey(code), values).length).toBeGreaterThan(0)
}

test.each(methods)('$name takes any input or refuses it plainly', async (method) => {
  await fc.assert(
    fc.asyncProperty(someRoles, arbitraryInput(method.input), async (held, input) => {
      if (program.core.caller?.name !== testAccountName) await openFreshProgram()
      program.core.accountChanged({ ...program.core.caller!, roles: [...held] })
      const before = await dataVersion()
      program.log.length = 0
      const failure = await refusalOf(method, input)
      tried++
      expect(program.log).toEqual([])
      if (!failure) return
      refusedCount++
      expectPlain(failure)
      if (program.core.caller) expect(await dataVersion(), 'a refused call has written').toBe(before)
    }),
    { numRuns: inputsFor(method), seed },
  )
})

test('no prototype was touched', () => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(bornWith)
  console.log(`${tried} inputs over ${methods.length} methods, ${refusedCount} of them refused`)
})
