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

let shared: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  shared = await signedInCore()
})
afterAll(() => shared.dispose())

/** No schema takes a symbol, so every call that passes the guard is refused for its input, not for its caller. */
const noInput = Symbol('no input')

describe.each(roles)('as %s', (role) => {
  test.each(methods.filter(({ meta }) => !mayCall(meta, role)))('$name is refused', async ({ procedure }) => {
    shared.core.accountChanged({ ...shared.core.caller!, roles: [role] })
    const failure = await failureOf(call(procedure, noInput as never, { context: { core: shared.core } }))
    expect(failure.kind).toBe('notAllowed')
  })

  test.each(methods.filter(({ meta }) => mayCall(meta, role)))(
    '$name is let through',
    async ({ procedure }) => {
      shared.core.accountChanged({ ...shared.core.caller!, roles: [role] })
      const failure = await failureOf(call(procedure, noInput as never, { context: { core: shared.core } }))
      expect(failure.kind).toBe('invalidInput')
    },
  )
})

test('every use case names who may call it', () => {
  for (const { name, meta } of methods) {
    expect(meta.mayCall.length, name).toBeGreaterThan(0)
    if (meta.mayCall === 'anyone')
      expect(name).toMatch(
        /^(session\.(state|signIn|signInWithMachine|recover|signOut|lock)|program\.setUp)$/,
      )
  }
})

test('a query changes nothing, and a command says what it changes', () => {
  for (const { name, meta } of methods) {
    if (meta.nature === 'query') expect(meta.changes, name).toEqual([])
    else expect(meta.changes.length, name).toBeGreaterThan(0)
  }
})
