/** What stands where a score is expected, as publishers and people write it. */
export interface ReadScore {
  /** The scale score; null if what stands there is not a number. */
  readonly score: number | null
  /** False for a score that the publisher marks as not to be relied on. */
  readonly accurate: boolean
  /** The text as it is kept and shown: trimmed, upper case. */
  readonly text: string
}

const number = /^(\d{1,4})(\*?)$/
const withoutNumber: Readonly<Record<string, boolean>> = {
  '*': false,
  'N/A': true,
  NA: true,
  'O/R': false,
  OR: false,
}

/**
 * Reads a score as printed: `212`; `*` (CASAS: inaccurate); `N/A` (civics); `O/R` (TABE CLAS-E: out of
 * range); `556*` (TABE CLAS-E: very high for the test's level, still a score). Null if it is none of these.
 */
export function readScore(typed: string): ReadScore | null {
  const text = typed.trim().toUpperCase()
  const digits = number.exec(text)
  if (digits) return { score: Number(digits[1]), accurate: true, text }
  const accurate = withoutNumber[text]
  return accurate === undefined ? null : { score: null, accurate, text }
}
