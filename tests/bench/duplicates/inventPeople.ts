import { addDays, type IsoDate } from '../../../shared/values/dates.ts'
import type { Chance } from '../../../db/sampleData/random.ts'
import type { PersonFact } from '../../../shared/rules/duplicateReasons.ts'
import {
  inventFamily,
  inventGiven,
  inventName,
  inventRelative,
  type InventedName,
  type NameChance,
} from './inventNames.ts'
import type { Community } from './nameWords.ts'

/** A person, and what the first office that met them wrote down. */
export interface InventedPerson {
  readonly name: InventedName
  readonly record: PersonFact
}

const today = '2026-08-01'
const relations = ['sibling', 'child', 'spouse', 'twin', 'sameNameChild'] as const
type Relation = (typeof relations)[number]

/** Of a thousand learners, how many came after somebody of their family. */
const relationShares: Record<Relation, number> = {
  sibling: 35,
  child: 20,
  spouse: 35,
  twin: 6,
  sameNameChild: 5,
}

/** How many were given 1 January as their birthday, because nobody wrote it down where they were born. */
const newYearShares: Record<Community, number> = {
  ...{ somali: 0.35, amharic: 0.12, arabic: 0.12, burmese: 0.15, haitian: 0.02 },
  ...{ spanish: 0.004, vietnamese: 0.03, chinese: 0.003, eastSlavic: 0.003, portuguese: 0.003 },
}

export const joined = (parts: readonly { written: string }[]) => parts.map(({ written }) => written).join(' ')

export function inventPhone(chance: Chance): string {
  const area = chance.pick(['704', '704', '980', '803', '336'])
  return `${area}-${chance.between(200, 989)}-${String(chance.between(0, 9999)).padStart(4, '0')}`
}

function inventBirthDate(chance: Chance, community: Community, youngest = 17, oldest = 68): IsoDate {
  // More people of thirty than of sixty sit in these classes.
  const years = youngest + (oldest - youngest) * chance.next() ** 1.5
  const date = addDays(today, -Math.floor(years * 365.25) - chance.between(0, 364))
  return chance.happens(newYearShares[community]) ? `${date.slice(0, 4)}-01-01` : date
}

/** Chinese and Vietnamese learners often go by a name that Americans can say. */
const americanNames = ['Kevin', 'Amy', 'Jenny', 'David', 'Tiffany', 'Tony', 'Linda', 'Andy', 'Cindy', 'Jason']

export interface Facts {
  birthDate: IsoDate | null
  phones: string[]
}

class Program {
  readonly people: InventedPerson[] = []
  readonly #chance: NameChance

  constructor(chance: NameChance) {
    this.#chance = chance
  }

  /** Writes somebody down for the first time, as carefully as offices do. */
  enrol(name: InventedName, { birthDate, phones }: Facts): void {
    const chance = this.#chance
    const number = this.people.length
    const asian = name.community === 'chinese' || name.community === 'vietnamese'
    const goesBy = asian && chance.happens(0.2) ? chance.pick(americanNames) : null
    const familiar = name.given[0]?.familiar[0]
    this.people.push({
      name,
      record: {
        personId: `p${number}`,
        givenName: joined(name.given),
        familyName: joined(name.family),
        preferredName: goesBy ?? (familiar && chance.happens(0.06) ? familiar : null),
        birthDate: chance.happens(0.03) ? null : birthDate,
        phones,
        ids: chance.happens(0.93) ? [`college:${2_000_000 + number * 3 + chance.between(0, 2)}`] : [],
      },
    })
  }

  enrolStranger(): void {
    const chance = this.#chance
    const name = inventName(chance)
    this.enrol(name, { birthDate: inventBirthDate(chance, name.community), phones: this.#phones() })
  }

  #phones(): string[] {
    const chance = this.#chance
    if (chance.happens(0.07)) return []
    return Array.from({ length: chance.happens(0.15) ? 2 : 1 }, () => inventPhone(chance))
  }

  /** Somebody of the family of one who is there; most families write down one phone for everybody. */
  enrolRelative(relation: Relation): void {
    const chance = this.#chance
    const first = chance.pick(this.people)
    const shares = chance.happens(0.65)
    const phones = shares ? [...first.record.phones] : this.#phones()
    this.enrol(this.#nameOf(relation, first.name), {
      birthDate: this.#birthOf(relation, first),
      phones,
    })
  }

  #nameOf(relation: Relation, first: InventedName): InventedName {
    const chance = this.#chance
    if (relation === 'sameNameChild') return { ...first, family: [...first.family] }
    if (relation === 'spouse') {
      const gender = first.gender === 'woman' ? 'man' : 'woman'
      const keepsOwn = ['spanish', 'chinese', 'vietnamese', 'arabic', 'somali', 'amharic'].includes(
        first.community,
      )
      const relative = inventRelative(chance, { ...first, gender }, false)
      const own = { ...relative, gender, given: inventGiven(chance, first.community, gender) } as const
      return keepsOwn ? { ...own, family: inventFamily(chance, first.community, gender) } : own
    }
    const name = inventRelative(chance, first, relation === 'child')
    // Parents like names that go together: Hassan and Hussein, María José and María Luisa, Mei Ling and Mei Hua.
    const goesTogether = chance.happens(relation === 'twin' ? 0.4 : 0.15) && first.given.length > 1
    const second = name.given.at(-1)!
    if (!goesTogether || first.given.some(({ written }) => written === second.written)) return name
    return { ...name, given: [first.given[0]!, second] }
  }

  #birthOf(relation: Relation, first: InventedPerson): IsoDate {
    const chance = this.#chance
    const { community } = first.name
    const birth = first.record.birthDate ?? inventBirthDate(chance, community)
    if (relation === 'twin') return birth
    if (relation === 'sibling') return addDays(birth, chance.pick([-1, 1]) * chance.between(330, 4000))
    if (relation === 'spouse') return addDays(birth, chance.between(-3000, 3000))
    const yearsApart = chance.between(18, 30) * 365 + chance.between(0, 364)
    const isParent = addDays(birth, 48 * 365) < today
    return addDays(birth, isParent ? yearsApart : -yearsApart)
  }
}

/** As many people of a program as asked for, none of them twice. The same seed gives the same people. */
export function inventPeople(chance: NameChance, count: number): InventedPerson[] {
  const program = new Program(chance)
  while (program.people.length < count) {
    let place = chance.next() * 1000
    const relation = program.people.length > 50 && relations.find((one) => (place -= relationShares[one]) < 0)
    if (relation) program.enrolRelative(relation)
    else program.enrolStranger()
  }
  return program.people
}
