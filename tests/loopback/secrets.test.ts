import { expect, test } from 'vitest'
import { newSecret, OneTimeTokens, sameSecret } from '../../electron/loopback/secrets.ts'
import { cookieHeader, cookieName, hasCookie } from '../../electron/loopback/sessionCookie.ts'

test('a secret has 256 bits and no two are alike', () => {
  const secrets = new Set(Array.from({ length: 1000 }, newSecret))
  expect(secrets.size).toBe(1000)
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url').length).toBe(32)
})

test('a token counts once, only if it was issued, and only while it is the newest', () => {
  const tokens = new OneTimeTokens()
  const first = tokens.issue()
  expect(tokens.use(newSecret())).toBe(false)
  expect(tokens.use('')).toBe(false)
  expect(tokens.use(first)).toBe(true)
  expect(tokens.use(first)).toBe(false)
  const [forgotten, newest] = [tokens.issue(), tokens.issue()]
  expect(tokens.use(forgotten)).toBe(false)
  expect(tokens.use(newest)).toBe(true)
})

test('secrets of any length compare', () => {
  expect(sameSecret('a', 'a')).toBe(true)
  expect(sameSecret('a', 'ab')).toBe(false)
  expect(sameSecret('', 'a')).toBe(false)
})

test('the cookie is out of reach of scripts and of other sites, and named after its port', () => {
  expect(cookieHeader(4000, 'abc')).toBe('stones-4000=abc; Path=/; HttpOnly; SameSite=Strict')
  expect(cookieName(4001)).not.toBe(cookieName(4000))
})

test.each([
  ['stones-4000=abc', true],
  ['other=1; stones-4000=abc', true],
  ['stones-4000=wrong; stones-4000=abc', true],
  ['stones-4000=abcd', false],
  ['stones-4000=', false],
  ['stones-4001=abc', false],
  ['xstones-4000=abc', false],
  ['stones-4000 =abc', false],
  ['', false],
  [undefined, false],
])('the header %s holds it: %s', (header, expected) => {
  expect(hasCookie(header, 4000, 'abc')).toBe(expected)
})
