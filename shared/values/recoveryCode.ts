/**
 * A recovery code: 26 random characters of 5 bits each (130 bits) and 2 that check them, in 7 groups of 4.
 * The alphabet has no I, L, O or U; typed as 1, 1, 0 or in small letters it is read all the same.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomCharacters = 26
const groupLength = 4

/** How many random bytes a code takes; five bits of each are used. */
export const recoveryCodeBytes = randomCharacters

/** Twice a number in the field of 32 elements whose polynomial is x⁵ + x² + 1. */
const doubled = (value: number) => (value & 16 ? ((value << 1) & 31) ^ 5 : value << 1)

/**
 * Two sums over the characters: the plain one, and one that weighs each place differently. Together (a
 * Reed–Solomon code of distance 3) they catch every one or two wrong characters and every two exchanged.
 */
function sumsOf(values: readonly number[]): [number, number] {
  let plain = 0
  let weighed = 0
  for (const value of values) {
    plain ^= value
    weighed = doubled(weighed) ^ value
  }
  return [plain, weighed]
}

/** The two last characters that bring both sums to nought. */
function checkCharacters(values: readonly number[]): [number, number] {
  for (let first = 0; first < 32; first++) {
    for (let second = 0; second < 32; second++) {
      const [plain, weighed] = sumsOf([...values, first, second])
      if (plain === 0 && weighed === 0) return [first, second]
    }
  }
  throw new Error('two equations with two unknowns have a solution')
}

/** The code made of `bytes` (26 random ones), as it is shown: `4KQ7-…`. */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  if (bytes.length !== recoveryCodeBytes) throw new RangeError(`a code takes ${recoveryCodeBytes} bytes`)
  const values = Array.from(bytes, (byte) => byte & 31)
  const characters = [...values, ...checkCharacters(values)].map((value) => alphabet[value]).join('')
  return characters.match(new RegExp(`.{${groupLength}}`, 'g'))!.join('-')
}

/** A code as somebody typed it, without gaps and in one spelling; null when a character is wrong or missing. */
export function readRecoveryCode(typed: string): string | null {
  const characters = typed
    .toUpperCase()
    .replaceAll(/[\s\-‐-―]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const values = Array.from(characters, (character) => alphabet.indexOf(character))
  if (values.length !== randomCharacters + 2 || values.includes(-1)) return null
  const [plain, weighed] = sumsOf(values)
  return plain === 0 && weighed === 0 ? characters : null
}
