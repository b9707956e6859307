import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateEvidence } from '../../shared/rules/duplicateEvidence.ts'
import type { PersonFact } from '../../shared/rules/duplicateReasons.ts'
import { findDuplicates, indexForDuplicates } from '../../shared/rules/duplicates.ts'
import { namePartsOf } from '../../shared/rules/nameLikeness.ts'
import { measure, peopleCount, sets } from '../bench/duplicates/duplicates.ts'
import { labelledPeople } from '../bench/duplicates/labelledPeople.ts'

function person(name: string, more: Partial<PersonFact> = {}): PersonFact {
  const [familyName = '', givenName = ''] = name.split(', ')
  return {
    ...{ personId: name, familyName, givenName, preferredName: null },
    ...{ birthDate: '1990-05-24', phones: [], ids: [], ...more },
  }
}

const phone = { phones: ['704-555-6584'] }
const proposed = (first: PersonFact, second: PersonFact) => duplicateEvidence(first, second).propose

describe('one person twice', () => {
  it.each([
    ['Quiñones, Beatriz', 'QUINONES, BEATRIZ'],
    ['García Hernández, María José', 'García, María'],
    ['García Hernández, Rosa', 'Rosa, García Hernández'],
    ['de la Cruz, Ana', 'DelaCruz, Ana'],
    ['Jean-Baptiste, Widline', 'Jean Baptiste, Widline'],
    ['Mya, Ko Ko', 'Mya, Koko'],
    ['Đặng, Thị Ánh', 'Dang, Anh'],
    ['Nasser, Yousef', 'Naser, Yusuf'],
    ['Gonzales, Pedro', 'Gonzalez, Pedro'],
    ['Rivera, Beatriz', 'Rivera, Beatirz'],
    ['Rivera, Maria J', 'Rivera, Maria Jose'],
    ['Ruiz, Francisco', 'Ruiz, Paco'],
    ['Melnyk, Oleksandr', 'Melnik, Alexander'],
    ['Tesfaye, Dawit', 'Tesfay, David'],
    ['Ali, Cumar', 'Ali, Omar'],
    ['Zhang, Wei', 'Cheung, Wei'],
    ['al-Masri, Abdel Rahman', 'Almasri, Abdulrahman'],
    ['dos Santos, Thiago', 'Santos, Tiago'],
    ['Rivera, Yesenia', 'Rivera, Jessenia'],
    ['Rivera Soto, Ana María', 'FNU, Ana María Rivera Soto'],
    ['Rivera Soto, Ana María', 'Soto, Ana María Rivera'],
    ['Hernández Portillo, Luz', 'Hernández Port, Luz'],
  ])('%s and %s with one birth date are proposed', (first, second) => {
    expect(proposed(person(first), person(second))).toBe(true)
  })

  it('is proposed for swapped or mistyped birth dates with more beside them', () => {
    const first = person('Soto, Elba', { birthDate: '1990-05-04', ...phone })
    expect(proposed(first, person('Soto, Elba', { birthDate: '1990-04-05' }))).toBe(true)
    expect(proposed(first, person('Soto, Elba', { birthDate: '1991-05-04', ...phone }))).toBe(true)
    expect(proposed(first, person('Soto, Elba', { birthDate: '1991-05-04' }))).toBe(true)
    expect(proposed(first, person('Sotto, Elba', { birthDate: '1991-05-04' }))).toBe(false)
    expect(proposed(first, person('Soto, Elba', { birthDate: null, ...phone }))).toBe(true)
    expect(proposed(first, person('Sotto, Elba', { birthDate: null }))).toBe(false)
  })

  it('is proposed by a shared number with a name, and after a marriage', () => {
    const id = { ids: ['state:77'] }
    expect(proposed(person('Soto, Elba', { ...id, birthDate: null }), person('Soto, Elba', id))).toBe(true)
    expect(
      proposed(person('Soto, Elba', id), person('Pérez, Juan', { ...id, birthDate: '1971-01-01' })),
    ).toBe(false)
    const married = duplicateEvidence(person('Soto, Elba', phone), person('Pérez, Elba', phone))
    expect(married).toMatchObject({
      propose: true,
      reasons: ['sameBirthDate', 'samePhone', 'otherFamilyName'],
    })
  })
})

describe('two people', () => {
  it.each([
    ['García, María José', 'García, María Luisa'],
    ['García, José', 'García, Luis'],
    ['Rivera, Mario', 'Rivera, María'],
    ['Rivera, Juan', 'Rivera, Juana'],
    ['Rivera, Marta', 'Rivera, María'],
    ['Al-Hassan, Hassan', 'Al-Hassan, Hussein'],
  ])('twins %s and %s with one birth date and phone are not proposed', (first, second) => {
    expect(proposed(person(first, phone), person(second, phone))).toBe(false)
  })

  it('of one name are not proposed without more, not even at one phone', () => {
    const first = person('Ouyang, Meilin', phone)
    expect(proposed(first, person('Ouyang, Meilin', { birthDate: '1963-02-23', ...phone }))).toBe(false)
    const nobodysDay = person('Ouyang, Meilin', { personId: 'third', birthDate: null })
    expect(findDuplicates([first, nobodysDay])).toHaveLength(1)
    const namesake = person('Ouyang, Meilin', { personId: 'fourth', birthDate: '1963-02-23' })
    expect(findDuplicates([first, nobodysDay, namesake])).toEqual([])
    expect(proposed(first, person('Al-Hassan, Hussein', { birthDate: '1968-02-15', ...phone }))).toBe(false)
  })
})

const words = [
  'María',
  'José',
  'García',
  'Garcia',
  'López',
  'Ana',
  'Lucía',
  'Yousef',
  'Yusuf',
  'de',
  'la',
  'Cruz',
]
const name = fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 3 }).map((some) => some.join(' '))
const someone = fc.record({
  givenName: name,
  familyName: name,
  preferredName: fc.option(fc.constantFrom('Lucía', 'José')),
  birthDate: fc.option(fc.constantFrom('1990-05-04', '1990-04-05', '1990-05-24', '1971-01-01')),
  phones: fc.array(fc.constantFrom('704-555-0001', '704-555-0002'), { maxLength: 2 }),
  ids: fc.array(fc.constantFrom('state:1', 'state:2'), { maxLength: 1 }),
})
const crowd = fc
  .array(someone, { maxLength: 14 })
  .map((people) => people.map((one, index): PersonFact => ({ ...one, personId: String(index) })))

describe('the search', () => {
  it('compares alike in both directions', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        for (const first of people) {
          for (const second of people) {
            expect(duplicateEvidence(first, second)).toEqual(duplicateEvidence(second, first))
          }
        }
      }),
    )
  })

  it('finds every pair that a comparison of all with all would find', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const all: string[] = []
        const nameOf = (one: PersonFact) => namePartsOf(one.givenName, one.familyName, null).sorted
        const called = (name: string) => people.filter((one) => nameOf(one) === name)
        people.forEach((first, index) => {
          for (const second of people.slice(index + 1)) {
            const namesakes = [...called(nameOf(first)), ...called(nameOf(second))]
            const isRare = namesakes.every((one) => one === first || one === second)
            if (duplicateEvidence(first, second, { isRare, isGivenRare: true }).propose)
              all.push([first.personId, second.personId].join())
          }
        })
        const found = findDuplicates(people).map((pair) => [pair.firstId, pair.secondId].join())
        expect(found.sort()).toEqual(all.sort())
      }),
    )
  })

  it('of a file answers the same of two people, whoever else is there', () => {
    const pairs = (people: readonly PersonFact[], looked: PersonFact) =>
      indexForDuplicates(people, { countsNames: false })
        .find(looked)
        .map(({ firstId, reasons }) => [firstId, ...reasons].join())
    fc.assert(
      fc.property(crowd, someone, (people, one) => {
        const looked = { ...one, personId: 'looked for' }
        const apart = people.flatMap((other) => pairs([other], looked))
        expect(pairs(people, looked).sort()).toEqual(apart.sort())
      }),
    )
  })

  it('passes over the person looked for', () => {
    const known = person('Soto, Elba', { personId: '7' })
    expect(indexForDuplicates([known]).find(known)).toEqual([])
    expect(indexForDuplicates([known]).find({ ...known, personId: '8' })).toHaveLength(1)
  })
})

describe('over five thousand people of a program', () => {
  const measured = measure(labelledPeople(sets.known, peopleCount))

  it('finds nearly every pair that a birth date, phone or number still connects', () => {
    expect(measured.connectedRecall).toBeGreaterThanOrEqual(0.98)
    expect(measured.recall).toBeGreaterThanOrEqual(0.95)
  })

  it('proposes at most one pair of two people for each hundred people', () => {
    expect(measured.falsePerHundred).toBeLessThanOrEqual(1)
  })
})
