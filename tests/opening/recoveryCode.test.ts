import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecoveryCode, recoveryCodeBytes, recoveryCodeFrom } from '../../shared/values/recoveryCode.ts'

const bytes = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const place = fc.nat({ max: recoveryCodeBytes + 1 })
const letter = fc.constantFrom(...alphabet)

test('a code has seven groups of four characters that cannot be mistaken for one another', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = recoveryCodeFrom(random)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readRecoveryCode(code)).toBe(code.replaceAll('-', ''))
    }),
  )
})

test('every random bit that is used tells codes apart: 130 of them', () => {
  fc.assert(
    fc.property(bytes, fc.nat({ max: recoveryCodeBytes - 1 }), fc.nat({ max: 4 }), (random, at, bit) => {
      const other = Uint8Array.from(random)
      other[at]! ^= 1 << bit
      expect(recoveryCodeFrom(other)).not.toBe(recoveryCodeFrom(random))
    }),
  )
})

test('typed in small letters, with gaps, or with look-alikes it is the same code', () => {
  const code = recoveryCodeFrom(new Uint8Array(recoveryCodeBytes).fill(0).with(3, 1))
  const read = readRecoveryCode(code)
  expect(read).not.toBeNull()
  expect(readRecoveryCode(code.toLowerCase().replaceAll('-', '  '))).toBe(read)
  expect(readRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(read)
  expect(readRecoveryCode(code.replaceAll('1', 'I').replaceAll('-', '–'))).toBe(read)
})

test('one or two wrong characters are always caught, and so are two exchanged', () => {
  fc.assert(
    fc.property(bytes, place, letter, place, letter, (random, at, wrong, secondAt, secondWrong) => {
      const code = readRecoveryCode(recoveryCodeFrom(random))!
      const slips = [
        [...code].with(at, wrong).join(''),
        [...code].with(at, wrong).with(secondAt, secondWrong).join(''),
        [...code].with(at, code[secondAt]!).with(secondAt, code[at]!).join(''),
      ]
      for (const slip of slips) expect(readRecoveryCode(slip)).toBe(slip === code ? code : null)
    }),
    { numRuns: 500 },
  )
})

test('a missing, an added and a foreign character are caught', () => {
  const code = recoveryCodeFrom(new Uint8Array(recoveryCodeBytes).fill(7))
  for (const typed of ['', code.slice(1), `${code}7`, code.replace('7', 'U'), code.replace('7', 'ñ')])
    expect(readRecoveryCode(typed), typed).toBeNull()
})
