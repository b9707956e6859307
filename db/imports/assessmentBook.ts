import type { TestedArea } from '../../shared/values/vocabulary.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { PersonState } from './people.ts'
import type { PlanDb } from './planning.ts'
import type { RecordState } from './recordChanges.ts'
import type { SectionState } from './sections.ts'

/** What names one test: nobody takes the same form of one area twice in a day. */
export interface TestIdentity {
  readonly instrument: string
  readonly skillArea: TestedArea
  readonly form: string
  readonly testedOn: IsoDate
}

export interface TestFacts {
  score: number | null
  scoreText: string
  level: number | null
  accurate: number
  conservativeEstimate: number
  passed: number | null
  /** Why it was given before its hours. */
  earlyReason: string | null
}

export interface TestState extends RecordState {
  readonly person: PersonState
  readonly identity: TestIdentity
  facts: TestFacts
  /** True when no test of this identity counts. */
  isVoided: boolean
  /** The scores of tests of this identity that somebody voided. */
  readonly voidedScores: readonly string[]
  section: SectionState | null
  /** The row that brought it; null for a test on record. */
  addedByRow: number | null
}

const keyOf = ({ instrument, skillArea, form, testedOn }: TestIdentity) =>
  [instrument, skillArea, form, testedOn].join('\n')

/** Every test on record and in the file, by person. */
export class AssessmentBook {
  readonly #tests = new Map<PersonState, Map<string, TestState>>()

  static async load(
    db: PlanDb,
    personOf: (learnerId: number) => PersonState | null,
  ): Promise<AssessmentBook> {
    const book = new AssessmentBook()
    const rows = await db
      .selectFrom('assessments')
      .select(['id', 'learnerId', 'instrument', 'skillArea', 'form', 'testedOn', 'voidedAt'])
      .select(['score', 'scoreText', 'level', 'accurate', 'conservativeEstimate', 'passed', 'earlyReason'])
      .orderBy('id')
      .execute()
    for (const { id, learnerId, instrument, skillArea, form, testedOn, voidedAt, ...facts } of rows) {
      const person = personOf(learnerId)
      if (!person) continue
      const identity = { instrument, skillArea: skillArea as TestedArea, form, testedOn }
      const known = book.find(person, identity)
      const isVoided = voidedAt !== null
      const voidedScores = [...(known?.voidedScores ?? []), ...(isVoided ? [facts.scoreText] : [])]
      // Voided by hand and recorded anew: the newer one counts, and remembers what it stands for.
      const counting = isVoided && known !== null ? known : { id, facts, isVoided }
      const state = {
        ...{ isChanged: false, person, identity, section: null, addedByRow: null },
        ...counting,
      }
      book.add({ ...state, voidedScores })
    }
    return book
  }

  find(person: PersonState, identity: TestIdentity): TestState | null {
    return this.#tests.get(person)?.get(keyOf(identity)) ?? null
  }

  ofPerson(person: PersonState): TestState[] {
    return [...(this.#tests.get(person)?.values() ?? [])]
  }

  add(test: TestState): void {
    const tests = this.#tests.get(test.person) ?? new Map<string, TestState>()
    tests.set(keyOf(test.identity), test)
    this.#tests.set(test.person, tests)
  }

  *changed(): Generator<TestState> {
    for (const tests of this.#tests.values())
      for (const test of tests.values()) if (test.isChanged) yield test
  }
}
