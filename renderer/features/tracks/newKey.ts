/**
 * A lasting key for something that people name: its English name in camelCase, with a number where that
 * is taken. "English for health care" becomes `englishForHealthCare`.
 */
export function newKey(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  const camel = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .slice(0, 60)
  const base = /^[a-z]/.test(camel) ? camel : `part${camel}`
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${number}`
    if (!taken.includes(key)) return key
  }
}
