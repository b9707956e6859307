import { prepareLevelTables, type AssessmentFact, type LevelTable } from '../../shared/rules/levels.ts'
import { type ScreeningContext } from '../../shared/rules/screening/context.ts'
import { type LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { type MemberRequirement, type Requirement } from '../../shared/rules/screening/requirements.ts'

function stepsTable(area: 'reading' | 'listening', tops: readonly number[]): LevelTable {
  return {
    instrument: area === 'reading' ? 'CASAS Reading STEPS' : 'CASAS Listening STEPS',
    generation: 'CASAS STEPS',
    skillArea: area,
    effectiveFrom: '2023-07-13',
    effectiveTo: '2031-06-30',
    minimumHours: 40,
    recommendedHours: { from: 70, to: 100 },
    levels: tops.map((maxScore, index) => ({
      level: (index + 1) as 1,
      minScore: index === 0 ? null : tops[index - 1]! + 1,
      maxScore,
    })),
    possibleScores: { min: 150, max: 260 },
    forms: [],
  }
}

export const readingTable = stepsTable('reading', [183, 196, 206, 216, 227, 238])
export const listeningTable = stepsTable('listening', [181, 191, 201, 211, 221, 231])
export const tables = prepareLevelTables([readingTable, listeningTable])

export const context: ScreeningContext = { asOf: '2026-08-01', startDate: '2026-08-24', tables }

const common = {
  waivable: false,
  maximumAgeDays: null,
  margin: null,
  message: { en: 'Message', es: 'Mensaje' },
  nextStep: { en: 'Step', es: 'Paso' },
  offeredBy: { en: 'College', es: 'Colegio' },
  source: 'Catalog 2026',
}

/** A required requirement with a rule and whatever else matters to the test. */
export function requirement(
  key: string,
  rule: Requirement['rule'],
  more: Partial<Requirement> = {},
): Requirement {
  return { id: `${key}-1`, key, strength: 'required', ...common, rule, ...more }
}

/** One way to meet an any-of group. */
export function member(
  key: string,
  rule: MemberRequirement['rule'],
  more: Partial<MemberRequirement> = {},
): MemberRequirement {
  return { id: `${key}-1`, key, ...common, rule, ...more }
}

/** A learner of whom nothing is known but what the test says. */
export function learner(known: Partial<LearnerFacts> = {}): LearnerFacts {
  return {
    learnerId: 'learner',
    birthDate: null,
    schooling: null,
    equivalency: null,
    assessments: [],
    documents: [],
    attendance: [],
    components: [],
    interviews: [],
    waivers: [],
    ...known,
  }
}

/** A usable test of reading or listening. */
export function test(
  area: 'reading' | 'listening',
  score: number | null,
  testedOn: string,
  more: Partial<AssessmentFact> = {},
): AssessmentFact {
  return {
    testedOn,
    instrument: area === 'reading' ? 'CASAS Reading STEPS' : 'CASAS Listening STEPS',
    skillArea: area,
    form: area === 'reading' ? '621R' : '621L',
    score,
    inaccurate: false,
    voided: false,
    ...more,
  }
}

const yearOld = { maximumAgeDays: 365 }

/** The nurse-assistant entry rules of the sample files. */
export const nurseAssistant: readonly Requirement[] = [
  requirement(
    'reading',
    { kind: 'level', area: 'reading', minimumLevel: 5 },
    { ...yearOld, margin: { unit: 'points', amount: 5 } },
  ),
  requirement(
    'listening',
    { kind: 'level', area: 'listening', minimumLevel: 5 },
    { ...yearOld, margin: { unit: 'levels', amount: 1 } },
  ),
  requirement('age', { kind: 'age', minimumYears: 18 }),
]
