import { chanceFrom, type Chance } from '../../../db/sampleData/random.ts'
import type { PersonFact } from '../../../shared/rules/duplicateReasons.ts'
import { addDays, isoDateOf, type IsoDate } from '../../../shared/values/dates.ts'
import { inventFamily, type InventedName, type NameChance } from './inventNames.ts'
import { inventPeople, inventPhone, joined, type InventedPerson } from './inventPeople.ts'
import { nameChanges, nameChangeWeights, type WrittenName } from './nameChanges.ts'

/** Why two records are one person, and what became of each sign between the first and the second. */
export interface LabelledPair {
  readonly firstId: string
  readonly secondId: string
  readonly name: string
  readonly birthDate: string
  readonly phone: string
  readonly id: string
}

/** Records of people, some of them twice or three times, and the truth about them. */
export interface LabelledPeople {
  readonly people: number
  readonly records: readonly PersonFact[]
  /** Pairs of records of one person. */
  readonly pairs: readonly LabelledPair[]
}

type Weights<Kind extends string> = Readonly<Record<Kind, number>>

function pickWeighted<Kind extends string>(chance: Chance, weights: Weights<Kind>): Kind {
  const kinds = Object.keys(weights) as Kind[]
  let place = chance.next() * kinds.reduce((sum, kind) => sum + weights[kind], 0)
  return kinds.find((kind) => (place -= weights[kind]) < 0) ?? kinds[0]!
}

const marriages = ['newFamilyName', 'bothFamilyNames'] as const
type NameKind = keyof typeof nameChanges | (typeof marriages)[number] | 'goesByName'

function changedName(
  person: InventedPerson,
  chance: NameChance,
): { kind: NameKind; written: WrittenName; preferredName: string | null } {
  const { name, record } = person
  const { preferredName } = record
  if (name.gender === 'woman' && chance.happens(0.06)) return { ...married(name, chance), preferredName }
  if (preferredName !== null && chance.happens(0.3)) {
    const written = { givenName: preferredName, familyName: record.familyName }
    return { kind: 'goesByName', written, preferredName: null }
  }
  for (;;) {
    const kind = pickWeighted(chance, nameChangeWeights)
    const written = nameChanges[kind](name, chance)
    if (written) return { kind, written, preferredName: chance.happens(0.7) ? preferredName : null }
  }
}

function married(name: InventedName, chance: NameChance): { kind: NameKind; written: WrittenName } {
  const husband = inventFamily(chance, name.community, 'woman').slice(0, 1)
  const kind = chance.pick(marriages)
  const family = kind === 'newFamilyName' ? husband : [...name.family.slice(0, 1), ...husband]
  const glue = name.community === 'spanish' && chance.happens(0.3) ? ' de ' : chance.pick([' ', '-'])
  return {
    kind,
    written: { givenName: joined(name.given), familyName: family.map(({ written }) => written).join(glue) },
  }
}

const birthWeights = {
  ...{
    same: 86,
    missing: 5,
    dayAndMonthSwapped: 3,
    oneDigitOff: 3,
    digitsSwitched: 1,
    newYear: 1,
    otherDate: 1,
  },
}

function digitOff(text: string, chance: Chance): string {
  const places = [...text].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []))
  const place = chance.pick(places.slice(2))
  const digit = (Number(text[place]) + chance.between(1, 9)) % 10
  return `${text.slice(0, place)}${digit}${text.slice(place + 1)}`
}

function digitsSwitched(text: string, chance: Chance): string {
  const place = chance.pick([2, 8])
  return `${text.slice(0, place)}${text[place + 1]}${text[place]}${text.slice(place + 2)}`
}

const asDay = (text: string): IsoDate | null =>
  isoDateOf(+text.slice(0, 4), +text.slice(5, 7), +text.slice(8, 10))

function changedBirth(
  birthDate: IsoDate | null,
  chance: Chance,
): { kind: string; birthDate: IsoDate | null } {
  if (birthDate === null) return { kind: 'missing', birthDate: null }
  const kind = pickWeighted(chance, birthWeights)
  const [year, month, day] = [+birthDate.slice(0, 4), +birthDate.slice(5, 7), +birthDate.slice(8, 10)]
  const other = (): IsoDate | null => {
    if (kind === 'dayAndMonthSwapped') return isoDateOf(year, day, month)
    if (kind === 'newYear') return isoDateOf(year, 1, 1)
    if (kind === 'otherDate') return addDays(birthDate, chance.between(-700, 700))
    return asDay(kind === 'oneDigitOff' ? digitOff(birthDate, chance) : digitsSwitched(birthDate, chance))
  }
  if (kind === 'missing') return { kind, birthDate: null }
  const changed = kind === 'same' ? birthDate : other()
  if (changed === null || changed > '2010') return { kind: 'same', birthDate }
  return { kind: changed === birthDate ? 'same' : kind, birthDate: changed }
}

const phoneWeights = { same: 50, oneOfTwo: 6, changed: 30, missing: 12, slip: 2 }

function changedPhones(phones: readonly string[], chance: Chance): { kind: string; phones: string[] } {
  const [own] = phones
  if (own === undefined) return { kind: 'missing', phones: chance.happens(0.5) ? [inventPhone(chance)] : [] }
  const kind = pickWeighted(chance, phoneWeights)
  if (kind === 'missing') return { kind, phones: [] }
  if (kind === 'changed') return { kind, phones: [inventPhone(chance)] }
  if (kind === 'oneOfTwo') return { kind, phones: [inventPhone(chance), own] }
  if (kind === 'slip') return { kind, phones: [digitOff(own, chance)] }
  return { kind, phones: [chance.happens(0.5) ? own : `+1 (${own.slice(0, 3)}) ${own.slice(4)}`] }
}

const idWeights = { other: 62, missing: 25, sameOtherwiseWritten: 10, slip: 3 }

function changedIds(ids: readonly string[], chance: Chance): { kind: string; ids: string[] } {
  const newNumber = `college:${chance.between(3_000_000, 3_999_999)}`
  const [own] = ids
  if (own === undefined) return { kind: 'other', ids: [newNumber] }
  const kind = pickWeighted(chance, idWeights)
  if (kind === 'missing') return { kind, ids: [] }
  if (kind === 'other') return { kind, ids: [newNumber] }
  const number = own.slice('college:'.length)
  if (kind === 'slip') return { kind, ids: [`college:${digitOff(number, chance)}`] }
  return {
    kind,
    ids: [
      `college:${chance.pick([`00${number}`, `${number.slice(0, 3)}-${number.slice(3)}`, ` ${number}`])}`,
    ],
  }
}

/** How many of a hundred people are on record again, and of those how many a third time. */
const twice = 0.12
const thrice = 0.06

/** Where a set comes from: its seed, and whether it has the names that the other sets lack. */
export interface SetOrigin {
  readonly seed: number
  readonly hasEveryName: boolean
}

/** As many people as asked for, with second and third records of some. The same seed gives the same records. */
export function labelledPeople({ seed, hasEveryName }: SetOrigin, people: number): LabelledPeople {
  const chance = { ...chanceFrom(seed), hasEveryName }
  const invented = inventPeople(chance, people)
  const records = invented.map(({ record }) => record)
  const pairs: LabelledPair[] = []
  for (const person of invented) {
    if (!chance.happens(twice)) continue
    const { record: first } = person
    const again: { record: PersonFact; label: Omit<LabelledPair, 'firstId' | 'secondId'> }[] = []
    do {
      const name = changedName(person, chance)
      const birth = changedBirth(first.birthDate, chance)
      const phone = changedPhones(first.phones, chance)
      const id = changedIds(first.ids, chance)
      again.push({
        record: {
          ...{
            personId: `${first.personId}-${again.length + 2}`,
            ...name.written,
            preferredName: name.preferredName,
          },
          ...{ birthDate: birth.birthDate, phones: phone.phones, ids: id.ids },
        },
        label: { name: name.kind, birthDate: birth.kind, phone: phone.kind, id: id.kind },
      })
    } while (again.length < 2 && chance.happens(thrice))
    for (const [index, { record, label }] of again.entries()) {
      records.push(record)
      pairs.push({ firstId: first.personId, secondId: record.personId, ...label })
      const before = again[index - 1]
      if (before) {
        const both = { name: 'twoChanges', birthDate: 'twoChanges', phone: 'twoChanges', id: 'twoChanges' }
        pairs.push({ firstId: before.record.personId, secondId: record.personId, ...both })
      }
    }
  }
  return { people, records: shuffled(records, chance), pairs }
}

/** No order of the records may tell which of them belong together. */
function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  const mixed = [...items]
  for (let place = mixed.length - 1; place > 0; place--) {
    const other = chance.between(0, place)
    const [one, two] = [mixed[place]!, mixed[other]!]
    mixed[place] = two
    mixed[other] = one
  }
  return mixed
}
