import { isContractProcedure } from '@orpc/contract'
import { call, type AnyProcedure } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { UseCaseMeta } from '../../shared/contract/useCase.ts'
import { roles, type Role } from '../../shared/values/vocabulary.ts'
import { router } from '../../db/router.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { signedInCore } from '../helpers/testCore.ts'

interface Method {
  name: string
  meta: UseCaseMeta
  procedure: AnyProcedure
}

function methodsOf(part: object, bodies: object, path: string[] = []): Method[] {
  return Object.entries(part).flatMap(([key, value]) => {
    const body = (bodies as Record<string, object>)[key]!
    if (!isContractProcedure(value)) return methodsOf(value as object, body, [...path, key])
    const name = [...path, key].join('.')
    return [{ name, meta: value['~orpc'].meta as UseCaseMeta, procedure: body as AnyProcedure }]
  })
}

const methods = methodsOf(contract, router)
const mayCall = (meta: UseCaseMeta, role: Role) =>
  typeof meta.mayCall === 'string' || meta.mayCall.includes(role)

type Shared = Awaited<ReturnType<typeof signedInCore>>
let shared: Shared
/** Nobody is signed in to the one; the other waits, locked, for its person. */
let closed: { signedOut: Shared; locked: Shared }
beforeAll(async () => {
  shared = await signedInCore()
  closed = { signedOut: await signedInCore(), locked: await signedInCore() }
  await closed.signedOut.api.session.signOut({})
  await closed.locked.api.session.lock({ onlyIfIdle: false, drafts: null })
})
afterAll(async () => {
  for (const each of [shared, closed.signedOut, closed.locked]) await each.dispose()
})

/** No schema takes a symbol, so every call that passes the guard is refused for its input, not for its caller. */
const noInput = Symbol('no input')

/** Every method that was tried, by caller. */
const tried = new Set<string>()

async function refusalOf(caller: string, { name, procedure }: Method, { core }: Shared) {
  tried.add(`${caller} ${name}`)
  return (await failureOf(call(procedure, noInput as never, { context: { core } }))).kind
}

describe.each(roles)('as %s', (role) => {
  const asRole = (method: Method) => {
    shared.core.accountChanged({ ...shared.core.caller!, roles: [role] })
    return refusalOf(role, method, shared)
  }

  test.each(methods.filter(({ meta }) => !mayCall(meta, role)))('$name is refused', async (method) => {
    expect(await asRole(method)).toBe('notAllowed')
  })

  test.each(methods.filter(({ meta }) => mayCall(meta, role)))('$name is let through', async (method) => {
    expect(await asRole(method)).toBe('invalidInput')
  })
})

describe.each(['signedOut', 'locked'] as const)('%s', (state) => {
  test.each(methods)('$name asks for a sign-in, or is part of one', async (method) => {
    const expected = method.meta.mayCall === 'anyone' ? 'invalidInput' : 'signInRequired'
    expect(await refusalOf(state, method, closed[state])).toBe(expected)
  })
})

describe('with a passphrase that has to be changed first', () => {
  test.each(methods)('$name waits for that, or is part of it', async (method) => {
    shared.core.accountChanged({ ...shared.core.caller!, roles: [...roles], mustChangePassphrase: true })
    const kind = await refusalOf('mustChange', method, shared)
    shared.core.accountChanged({ ...shared.core.caller!, mustChangePassphrase: false })
    const isLetThrough = ['anyone', 'signedInAnyhow'].includes(method.meta.mayCall as string)
    expect(kind).toBe(isLetThrough ? 'invalidInput' : 'refused')
  })
})

test('every method was tried by every role, signed out, locked and with a passphrase to change', () => {
  const callers = [...roles, 'signedOut', 'locked', 'mustChange']
  const untried = callers.flatMap((caller) =>
    methods.map(({ name }) => `${caller} ${name}`).filter((pair) => !tried.has(pair)),
  )
  expect(untried).toEqual([])
  console.info(`${methods.length} methods × ${callers.length} callers = ${tried.size} pairs tried`)
})

test('every use case names who may call it', () => {
  for (const { name, meta } of methods) {
    expect(meta.mayCall.length, name).toBeGreaterThan(0)
    if (meta.mayCall === 'anyone')
      expect(name).toMatch(
        /^(session\.(state|signIn|signInWithMachine|recover|signOut|lock)|program\.setUp|backups\.(open|toOpen))$/,
      )
  }
})

test('a query changes nothing, and a command says what it changes', () => {
  for (const { name, meta } of methods) {
    if (meta.nature === 'query') expect(meta.changes, name).toEqual([])
    else expect(meta.changes.length, name).toBeGreaterThan(0)
  }
})
