import { isContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { makesFile, takesFile } from '../../electron/commandLine/listMethods.ts'
import { contract } from '../../shared/contract/index.ts'
import { methods } from '../../shared/contract/methods.ts'
import { roles } from '../../shared/values/vocabulary.ts'
import { callHere, callLine } from './commandLine.ts'

interface Listed {
  method: string
  nature: string
  reportsProgress: boolean
  mayCall: string | string[]
  input: { type?: string }
  output: { type?: string }
}

const countProcedures = (part: object): number =>
  Object.values(part).reduce<number>(
    (sum, value) => sum + (isContractProcedure(value) ? 1 : countProcedures(value as object)),
    0,
  )

test('the list names every method with its nature, roles and schemas', async () => {
  const { exitCode, stdout } = await callLine(['--list'])
  expect(exitCode).toBe(0)
  const listed = JSON.parse(stdout) as Listed[]
  expect(listed.length).toBe(countProcedures(contract))
  for (const { method, nature, mayCall, input, output } of listed) {
    expect(['query', 'command'], method).toContain(nature)
    if (typeof mayCall === 'string')
      expect(['signedIn', 'signedInAnyhow', 'anyone'], method).toContain(mayCall)
    else for (const role of mayCall) expect(roles, method).toContain(role)
    expect(input, method).toHaveProperty('$schema')
    expect(output, method).toHaveProperty('$schema')
    expect(JSON.stringify(output), method).not.toContain('"progress"')
  }
})

test('one method can be asked for alone', async () => {
  const { stdout } = await callHere(['--list', 'accounts.create'], { passphrase: undefined })
  expect(JSON.parse(stdout)).toMatchObject([
    { method: 'accounts.create', nature: 'command', mayCall: ['administrator'], input: { type: 'object' } },
  ])
})

test('which methods take or make a file follows from their schemas', () => {
  const named = (name: string) => methods.find((method) => method.name === name)!
  expect(takesFile(named('files.put'))).toBe(true)
  expect(makesFile(named('files.put'))).toBe(false)
  expect(makesFile(named('files.take'))).toBe(true)
  expect(makesFile(named('learners.export'))).toBe(true)
  expect(takesFile(named('learners.list')) || makesFile(named('learners.list'))).toBe(false)
})
