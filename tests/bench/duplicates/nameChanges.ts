import type { Chance } from '../../../db/sampleData/random.ts'
import type { InventedName, NameWord } from './inventNames.ts'
import { joined } from './inventPeople.ts'

/** A name as one office wrote it into its two fields. */
export interface WrittenName {
  givenName: string
  familyName: string
}

type Change = (name: InventedName, chance: Chance) => WrittenName | null

const written = (given: readonly NameWord[], family: readonly NameWord[]): WrittenName => ({
  givenName: joined(given),
  familyName: joined(family),
})

const respelled = (word: NameWord, chance: Chance): NameWord => {
  const others = word.spellings.filter((spelling) => spelling !== word.written)
  return others.length === 0 ? word : { ...word, written: chance.pick(others) }
}

const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

const neighbours: Record<string, string> = {
  ...{
    a: 'sq',
    b: 'vn',
    c: 'xv',
    d: 'sf',
    e: 'wr',
    f: 'dg',
    g: 'fh',
    h: 'gj',
    i: 'uo',
    j: 'hk',
    k: 'jl',
    l: 'k',
  },
  ...{
    m: 'n',
    n: 'bm',
    o: 'ip',
    p: 'o',
    q: 'wa',
    r: 'et',
    s: 'ad',
    t: 'ry',
    u: 'yi',
    v: 'cb',
    w: 'qe',
    x: 'zc',
  },
  ...{ y: 'tu', z: 'x' },
}

/** One slip of the hand anywhere in a text: a letter left out, doubled, hit beside its key, or before its turn. */
export function slip(text: string, chance: Chance): string {
  const letters = [...text]
  const places = letters.flatMap((letter, place) => (/[a-z]/i.test(withoutMarks(letter)) ? [place] : []))
  if (places.length < 3) return text
  const place = chance.pick(places)
  const kind = chance.next()
  if (kind < 0.25) letters.splice(place, 1)
  else if (kind < 0.4) letters.splice(place, 0, letters[place]!)
  else if (kind < 0.7) {
    const beside = neighbours[withoutMarks(letters[place]!).toLowerCase()] ?? 'e'
    letters[place] = chance.pick([...beside])
  } else if (place + 1 < letters.length) {
    const [one, other] = [letters[place]!, letters[place + 1]!]
    letters.splice(place, 2, other, one)
  }
  return letters.join('')
}

function joinOrSplit(text: string, chance: Chance): string {
  if (/[-' ]/.test(text)) return text.replace(/[-' ]/, chance.pick(['', '', ' ', '-']))
  return text
}

const particles = /\b(de la|del|de|da|do|dos|al-|el-|Thị|Văn)\s?/u

/** How the same name comes to stand differently on a second record. Null where a name cannot. */
export const nameChanges = {
  asBefore: ({ given, family }) => written(given, family),
  capitalsWithoutAccents: ({ given, family }) => {
    const name = written(given, family)
    return {
      givenName: withoutMarks(name.givenName).toUpperCase(),
      familyName: withoutMarks(name.familyName).toUpperCase(),
    }
  },
  accentsLost: ({ given, family }) => {
    const name = written(given, family)
    const plain = { givenName: withoutMarks(name.givenName), familyName: withoutMarks(name.familyName) }
    return plain.givenName + plain.familyName === name.givenName + name.familyName ? null : plain
  },
  firstSurnameOnly: ({ given, family }) => (family.length > 1 ? written(given, family.slice(0, 1)) : null),
  lastSurnameOnly: ({ given, family }) => (family.length > 1 ? written(given, family.slice(-1)) : null),
  secondGivenDropped: ({ given, family }) => (given.length > 1 ? written(given.slice(0, 1), family) : null),
  firstGivenDropped: ({ given, family }) => (given.length > 1 ? written(given.slice(1), family) : null),
  initialInstead: ({ given, family }) => {
    const [first, second] = given
    return first && second
      ? { ...written([first], family), givenName: `${first.written} ${second.written[0]}.` }
      : null
  },
  shorterInBoth: ({ given, family }) =>
    given.length > 1 && family.length > 1 ? written(given.slice(0, 1), family.slice(0, 1)) : null,
  fieldsSwitched: ({ given, family }) => written(family, given),
  wordInOtherField: ({ given, family }) => {
    if (family.length > 1) return written([...given, family[0]!], family.slice(1))
    return given.length > 1 ? written(given.slice(0, 1), [...given.slice(1), ...family]) : null
  },
  otherOrder: ({ given, family }) => {
    if (given.length > 1) return written(given.toReversed(), family)
    return family.length > 1 ? written(given, family.toReversed()) : null
  },
  familiarForm: ({ given, family }, chance) => {
    const [first, ...rest] = given
    if (!first || first.familiar.length === 0) return null
    return written(
      [{ ...first, written: chance.pick(first.familiar) }, ...(chance.happens(0.5) ? rest : [])],
      family,
    )
  },
  givenRespelled: ({ given, family }, chance) => {
    const other = given.map((word) => respelled(word, chance))
    return joined(other) === joined(given) ? null : written(other, family)
  },
  familyRespelled: ({ given, family }, chance) => {
    const other = family.map((word) => respelled(word, chance))
    return joined(other) === joined(family) ? null : written(given, other)
  },
  bothRespelled: ({ given, family }, chance) => {
    const others = [given, family].map((words) => words.map((word) => respelled(word, chance)))
    const [givenOther, familyOther] = others as [NameWord[], NameWord[]]
    if (joined(givenOther) === joined(given) || joined(familyOther) === joined(family)) return null
    return written(givenOther, familyOther)
  },
  joinedOrSplit: ({ given, family }, chance) => {
    const name = written(given, family)
    const other = {
      givenName: joinOrSplit(name.givenName, chance),
      familyName: joinOrSplit(name.familyName, chance),
    }
    return other.givenName + other.familyName === name.givenName + name.familyName ? null : other
  },
  particleDropped: ({ given, family }) => {
    const name = written(given, family)
    const other = {
      givenName: name.givenName.replace(particles, ''),
      familyName: name.familyName.replace(particles, ''),
    }
    return other.givenName + other.familyName === name.givenName + name.familyName ? null : other
  },
  slipInGiven: ({ given, family }, chance) => {
    const name = written(given, family)
    return { ...name, givenName: slip(name.givenName, chance) }
  },
  slipInFamily: ({ given, family }, chance) => {
    const name = written(given, family)
    return { ...name, familyName: slip(name.familyName, chance) }
  },
  slipInBoth: ({ given, family }, chance) => {
    const name = written(given, family)
    return { givenName: slip(name.givenName, chance), familyName: slip(name.familyName, chance) }
  },
  cutOff: ({ given, family }) => {
    const name = written(given, family)
    return name.familyName.length > 12 ? { ...name, familyName: name.familyName.slice(0, 12).trim() } : null
  },
  noFirstName: ({ given, family }) => ({ givenName: 'FNU', familyName: joined([...given, ...family]) }),
  grandfatherInstead: ({ community, given, family }) =>
    (community === 'somali' || community === 'arabic') && family.length > 1
      ? written(given, [family[1]!])
      : null,
} satisfies Record<string, Change>

/** Of the changes that a name admits, how often each happens beside the others. */
export const nameChangeWeights: Record<keyof typeof nameChanges, number> = {
  ...{ asBefore: 30, capitalsWithoutAccents: 8, accentsLost: 9 },
  ...{
    firstSurnameOnly: 9,
    lastSurnameOnly: 3,
    secondGivenDropped: 8,
    firstGivenDropped: 2,
    initialInstead: 3,
  },
  ...{ shorterInBoth: 4, fieldsSwitched: 3, wordInOtherField: 4, otherOrder: 2, familiarForm: 4 },
  ...{ givenRespelled: 8, familyRespelled: 5, bothRespelled: 3, joinedOrSplit: 6, particleDropped: 3 },
  ...{ slipInGiven: 4, slipInFamily: 4, slipInBoth: 1, cutOff: 1, noFirstName: 0.5, grandfatherInstead: 3 },
}
