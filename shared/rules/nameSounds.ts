/**
 * Letters by which languages write one sound become one letter, in this order: what Spanish, Arabic, Somali,
 * Amharic, Ukrainian and Chinese names are spelled with once an office has written them in English.
 */
const soundAlike: readonly (readonly [RegExp, string])[] = [
  [/^abd(?:[aeiou]l?)?(?=.{3})/, 'abd'],
  [/^saint|^ste$/, 'st'],
  [/dj/g, 'j'],
  [/ph/g, 'f'],
  [/t?[sc]ch|tch|zh|ch/g, 'j'],
  [/^hs|sh|t[sz]|[zç]/g, 's'],
  [/^x/, 's'],
  [/x/g, 'ks'],
  [/qu?(?=[eiy])|[kg]h|ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/g(?=[eiy])|^[yi](?=[aeou])/g, 'j'],
  [/gu(?=[ei])/g, 'g'],
  [/[bw]/g, 'v'],
  [/h/g, ''],
  [/ee/g, 'i'],
  [/oo|ou/g, 'u'],
  [/[ae][iy](?!a)/g, 'e'],
  [/[iy]+/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/g, '$1'],
]

/** A folded word as it is heard: equal for Yesenia and Jessenia, Abdul Rahman and Abdirahman. */
export function soundOf(word: string): string {
  let sound = word
  for (const [letters, one] of soundAlike) sound = sound.replace(letters, one)
  return sound
}

/** The consonants of a sound, and whether it begins with a vowel: transliterations rarely touch these. */
export function consonantsOf(sound: string): string {
  return sound
    .replace(/^[aeiou]+/, 'a')
    .replace(/(?!^)[aeiou]+/g, '')
    .replace(/(.)\1+/g, '$1')
}

/** Edits (insert, delete, replace, swap neighbours) between two words; more than the limit is not counted out. */
export function editsBetween(first: string, second: string, limit: number): number {
  if (Math.abs(first.length - second.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: second.length + 1 }, (_, index) => index)
  for (let row = 1; row <= first.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= second.length; column++) {
      const same = first[row - 1] === second[column - 1]
      let edits = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      const swapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1]
      if (swapped) edits = Math.min(edits, beforeLast[column - 2]! + 1)
      least = Math.min(least, edits)
      line.push(edits)
    }
    if (least > limit) return limit + 1
    beforeLast = last
    last = line
  }
  return last[second.length]!
}

/** The keys beside each key. A wrong letter is one of these; another one makes another name. */
const keysBeside: Readonly<Record<string, string>> = {
  ...{
    q: 'wa',
    w: 'qeas',
    e: 'wrsd',
    r: 'etdf',
    t: 'ryfg',
    y: 'tugh',
    u: 'yihj',
    i: 'uojk',
    o: 'ipkl',
    p: 'ol',
  },
  ...{ a: 'qwsz', s: 'awedxz', d: 'serfcx', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', j: 'huikmn', k: 'jiolm' },
  ...{ l: 'kop', z: 'asx', x: 'zsdc', c: 'xdfv', v: 'cfgb', b: 'vghn', n: 'bhjm', m: 'njk' },
}

/** María and Mario, Juan and Juana: a vowel at the end tells a woman's name from a man's. */
export function endsAsAnotherName(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  const [end, other] = [long.at(-1)!, short.at(-1)!]
  if (long.length === short.length + 1 && long.startsWith(short)) return 'ao'.includes(end)
  return end !== other && 'ao'.includes(end) && 'ao'.includes(other)
}

/** True if one slip of the hand made one word of the other: a letter lost, doubled or swapped, or a key beside. */
export function isOneSlip(first: string, second: string): boolean {
  if (editsBetween(first, second, 1) !== 1 || endsAsAnotherName(first, second)) return false
  if (first.length !== second.length) return true
  const places = [...first].flatMap((letter, place) => (letter === second[place] ? [] : [place]))
  if (places.length === 2) return true
  const [place] = places as [number]
  return keysBeside[first[place]!]?.includes(second[place]!) ?? false
}
