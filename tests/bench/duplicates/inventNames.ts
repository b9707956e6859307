import type { Chance } from '../../../db/sampleData/random.ts'
import { wordsOf, type Community } from './nameWords.ts'

/** One word of a name: how it is written, how else it may be, and what friends say. */
export interface NameWord {
  readonly written: string
  readonly spellings: readonly string[]
  readonly familiar: readonly string[]
}

export type Gender = 'woman' | 'man'

/** How many of a hundred learners each community is. */
const shares: Record<Community, number> = {
  ...{ spanish: 46, vietnamese: 8, chinese: 7, arabic: 9, amharic: 5 },
  ...{ somali: 5, haitian: 7, eastSlavic: 6, portuguese: 4, burmese: 3 },
}

/** Somebody's name as said, before anybody writes it into fields. */
export interface InventedName {
  readonly community: Community
  readonly gender: Gender
  readonly given: readonly NameWord[]
  /** Family names; the father's and grandfather's own names where those stand instead. */
  readonly family: readonly NameWord[]
}

const spaced = (text: string) => text.replaceAll('_', ' ')

function parse(text: string): NameWord {
  const [spelled = '', ...familiar] = text.split('~')
  const spellings = spelled.split('/').map(spaced)
  return { written: spellings[0]!, spellings, familiar: familiar.map(spaced) }
}

function inGender(text: string, gender: Gender): string {
  return text.replace(/^(\S*?)\|(?:([^|/]*)\|)?([^/]*)/, (_all, stem: string, man = '', woman: string) =>
    gender === 'man' ? `${stem}${man}` : `${stem}${woman}`,
  )
}

/** Chance that also says which names there are: a set to work with lacks every third, so that the other has news. */
export interface NameChance extends Chance {
  readonly hasEveryName: boolean
}

const listed = new Map<string, readonly string[]>()
function listOf(text: string): readonly string[] {
  let list = listed.get(text)
  if (!list) listed.set(text, (list = text.split(/\s+/).filter(Boolean)))
  return list
}

/** The first names of a list are the commonest: few names are borne by many people. */
function pickWord(chance: NameChance, text: string, gender: Gender): NameWord {
  const all = listOf(text)
  const list = chance.hasEveryName ? all : all.filter((_name, place) => place % 3 !== 2)
  return parse(inGender(list[Math.floor(list.length * chance.next() ** 1.6)]!, gender))
}

const communityNames = Object.keys(shares) as Community[]

/** The community of the next learner. */
export function pickCommunity(chance: Chance): Community {
  let place = chance.next() * 100
  return communityNames.find((name) => (place -= shares[name]) < 0) ?? 'spanish'
}

function distinct(count: number, next: () => NameWord): NameWord[] {
  const found: NameWord[] = []
  while (found.length < count) {
    const word = next()
    if (!found.some(({ written }) => written === word.written)) found.push(word)
  }
  return found
}

/** Given names as people of the community bear them. */
export function inventGiven(chance: NameChance, community: Community, gender: Gender): NameWord[] {
  const own = wordsOf[community]
  const list = gender === 'woman' ? own.women : own.men
  const next = () => pickWord(chance, list, gender)
  if (community === 'spanish') return distinct(chance.happens(0.58) ? 2 : 1, next)
  if (community === 'portuguese') return distinct(chance.happens(0.4) ? 2 : 1, next)
  if (community === 'haitian') return distinct(chance.happens(0.25) ? 2 : 1, next)
  if (community === 'burmese') return Array.from({ length: chance.between(1, 3) }, next)
  return [next()]
}

/** Family names, or what stands in their place. */
export function inventFamily(chance: NameChance, community: Community, gender: Gender): NameWord[] {
  const own = wordsOf[community]
  const next = () => pickWord(chance, own.families, gender)
  switch (community) {
    case 'spanish':
      return Array.from({ length: chance.happens(0.72) ? 2 : 1 }, next)
    case 'portuguese':
      return distinct(chance.happens(0.7) ? 2 : 1, next)
    case 'amharic':
      return [pickWord(chance, own.men, 'man')]
    case 'somali':
      return [pickWord(chance, own.men, 'man'), pickWord(chance, own.men, 'man')]
    case 'arabic':
      return chance.happens(0.4) ? [pickWord(chance, own.men, 'man'), next()] : [next()]
    case 'burmese':
      return [pickWord(chance, gender === 'woman' ? own.women : own.men, gender)]
    default:
      return [next()]
  }
}

export function inventName(chance: NameChance): InventedName {
  const community = pickCommunity(chance)
  const gender = chance.happens(0.6) ? 'woman' : 'man'
  return {
    ...{ community, gender },
    given: inventGiven(chance, community, gender),
    family: inventFamily(chance, community, gender),
  }
}

/** The name of somebody's brother, sister or child: what of it is shared depends on where they come from. */
export function inventRelative(chance: NameChance, of: InventedName, isChild: boolean): InventedName {
  const { community } = of
  const gender = chance.happens(0.5) ? 'woman' : 'man'
  let given = inventGiven(chance, community, gender)
  // Nobody gives two children one name.
  while (sameWords(given, of.given)) given = inventGiven(chance, community, gender)
  const chained = community === 'somali' || community === 'amharic'
  const family = relativeFamily(chance, of, isChild, chained)
  return { community, gender, given, family: family.map((word) => formFor(word, gender)) }
}

const sameWords = (first: readonly NameWord[], second: readonly NameWord[]) =>
  first.map(({ written }) => written).join() === second.map(({ written }) => written).join()

function relativeFamily(
  chance: NameChance,
  of: InventedName,
  isChild: boolean,
  chained: boolean,
): NameWord[] {
  if (!isChild) return [...of.family]
  if (chained) return [of.given[0]!, ...of.family.slice(0, -1)]
  if (of.community === 'spanish' && of.family.length === 2) {
    return [of.family[0]!, inventFamily(chance, 'spanish', 'woman')[0]!]
  }
  return [...of.family]
}

/** A brother's family name as his sister bears it, where it changes. */
function formFor(word: NameWord, gender: Gender): NameWord {
  const listedAs = listOf(wordsOf.eastSlavic.families).find(
    (text) =>
      text.includes('|') && ['man', 'woman'].some((one) => inGender(text, one as Gender) === word.written),
  )
  return listedAs ? parse(inGender(listedAs, gender)) : word
}
