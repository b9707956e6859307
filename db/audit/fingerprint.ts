import type { AuditHead } from './auditHead.ts'

// Without I, L, O and U: read aloud and copied by hand they are taken for 1, 0 and V.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letterCount = 16

/** The first 80 bits of a hash in sixteen letters. */
function lettersOf(hash: string): string {
  const bits = [...Buffer.from(hash, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length: letterCount }, (_, index) =>
    letters.charAt(parseInt(bits.slice(index * 5, index * 5 + 5) || '0', 2)),
  ).join('')
}

/** What stands for the record up to one entry: its number and sixteen letters, `57-A1B2-C3D4-E5F6-G7H8`. */
export const fingerprintOf = ({ entries, hash }: AuditHead): string =>
  [entries, ...lettersOf(hash).match(/.{4}/g)!].join('-')

/** A fingerprint as typed or pasted, in its usual form; null when it is none. */
export function readFingerprint(text: string): { entries: number; fingerprint: string } | null {
  const typed = text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  const [, number, code] = /^\s*([1-9]\d{0,11})[\s–-]+([\s–0-9A-Z-]+)$/.exec(typed) ?? []
  const signs = [...(code ?? '').replace(/[\s–-]/g, '')]
  if (number === undefined || signs.length !== letterCount) return null
  if (signs.some((sign) => !letters.includes(sign))) return null
  return {
    entries: Number(number),
    fingerprint: [Number(number), ...signs.join('').match(/.{4}/g)!].join('-'),
  }
}
