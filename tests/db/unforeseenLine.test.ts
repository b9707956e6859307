import { ORPCError, ValidationError } from '@orpc/contract'
import { expect, test } from 'vitest'
import { unforeseenLine } from '../../db/calls/unforeseenLine.ts'
import { refused } from '../../db/failure.ts'

const person = 'Xiuhcoatl'

test.each([
  ['an error', new Error(`no such ${person}`)],
  ['one whose message looks like a place', new TypeError(`${person}\n    at ${person} (${person}.ts:1:1)`)],
  ['one with a cause', new Error('outer', { cause: new Error(person) })],
])('the line about %s says its kind and place, and nothing that people typed', (_what, error) => {
  const line = unforeseenLine(error)
  expect(line).toMatch(/^unforeseen (Type)?Error at .*unforeseenLine\.test\.ts:\d+:\d+/)
  expect(line).not.toContain(person)
  expect(line).not.toContain('\n')
})

test('a result against its contract is named by its paths', () => {
  const issues = [{ message: person, path: ['rows', 3, 'name'] }]
  const cause = new ValidationError({ message: person, issues, data: person })
  const line = unforeseenLine(new ORPCError('INTERNAL_SERVER_ERROR', { message: person, cause }))
  expect(line).toBe('result against its contract at rows.3.name')
})

test('what was planned for is no line', () => {
  expect(unforeseenLine(refused('wrongPassphrase'))).toBeNull()
  expect(unforeseenLine(person)).toBeNull()
})
