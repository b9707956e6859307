import { beforeAll, describe, expect, it } from 'vitest'
import { candidateStanding, type CredentialRules } from '../../shared/rules/certification.ts'
import { countCertification } from '../../shared/rules/certificationCounts.ts'
import { countCompletion } from '../../shared/rules/completion.ts'
import { currentLevel } from '../../shared/rules/currentLevel.ts'
import { findDuplicates } from '../../shared/rules/duplicates.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import { type AssessmentFact } from '../../shared/rules/levels.ts'
import { prepareScreening } from '../../shared/rules/screening/screenLearner.ts'
import { context, learner, nurseAssistant, tables } from './examples.ts'
import { expected, readCohorts, readRoster, readTests, type CohortRow } from './sampleFiles.ts'

const resultWords = {
  eligible: 'eligible',
  needsInformation: 'needs information',
  notYet: 'not yet',
} as const

let tests = new Map<string, AssessmentFact[]>()
let cohorts: CohortRow[] = []
const { people, refused } = readRoster()
const proposals = findDuplicates(
  people.map((person) => ({
    personId: person.id,
    givenName: person.givenName,
    familyName: person.familyName,
    preferredName: null,
    birthDate: person.birthDate,
    phones: [person.phone],
    ids: [`college:${person.id}`],
  })),
)
const copies = new Set(
  proposals.flatMap((pair) => [pair.firstId, pair.secondId].filter((id) => id.startsWith('T'))),
)
const learners = people.filter((person) => !copies.has(person.id))

beforeAll(async () => {
  const read = await readTests()
  expect(read.rows).toBe(expected.testRows)
  tests = read.byStudent
  cohorts = await readCohorts()
})

describe('the sample files', () => {
  it('propose exactly the three duplicates', () => {
    const originals = proposals.flatMap((pair) =>
      [pair.firstId, pair.secondId].filter((id) => !id.startsWith('T')),
    )
    expect(proposals).toHaveLength(3)
    expect(originals.sort()).toEqual([...expected.rosterDuplicatesProposed].sort())
    expect(refused.sort()).toEqual(expected.rosterRejected.map((text) => text.slice(0, 7)).sort())
    expect(people.length + refused.length).toBe(expected.rosterRows)
  })

  it('give the newest level per area', () => {
    for (const area of ['reading', 'listening'] as const) {
      const counts: Record<string, number> = {}
      for (const { id } of learners) {
        const current = currentLevel(tests.get(id) ?? [], area, expected.screeningDate, tables)
        if (current?.level) counts[current.level] = (counts[current.level] ?? 0) + 1
      }
      expect(counts).toEqual(expected.newestLevel[area])
    }
  })

  it('screen every learner for nurse assistant', () => {
    const screen = prepareScreening(nurseAssistant, context)
    const byStudent = Object.fromEntries(
      learners.map(({ id, birthDate }) => {
        const facts = learner({ learnerId: id, birthDate, assessments: tests.get(id) ?? [] })
        return [id, resultWords[screen(facts).result]]
      }),
    )
    expect(byStudent).toEqual(expected.nurseAssistantScreeningByStudent)
    const counts = groupBy(Object.values(byStudent), (result) => result)
    expect(Object.fromEntries([...counts].map(([result, all]) => [result, all.length]))).toEqual(
      expected.nurseAssistantScreening,
    )
  })

  it('count every cohort', () => {
    const rules: CredentialRules = {
      parts: ['knowledge', 'skills'],
      attemptLimit: 3,
      windowMonths: 24,
      noShowUsesAttempt: false,
    }
    const asOf = expected.screeningDate
    const found = [...groupBy(cohorts, (row) => row.cohort)].map(([cohort, rows]) => {
      const completion = countCompletion(
        rows.map((row) => row.member),
        asOf,
      )
      const candidates = rows.map(({ learnerId, attempts, member }) => ({
        learnerId,
        attempts,
        completedOn: member.outcome === 'completed' ? member.outcomeOn : null,
      }))
      const counts = countCertification(
        candidates.map((candidate) => candidateStanding(candidate, rules, asOf)),
        rules,
      )
      const [knowledge, skills] = counts.parts
      return [
        cohort,
        {
          enrolled: completion.enrolled,
          notStarted: completion.didNotStart,
          completed: completion.completed,
          withdrew: completion.withdrew,
          excluded: completion.excluded,
          active: completion.stillIn,
          testedKnowledge: knowledge!.tested,
          testedSkills: skills!.tested,
          firstKnowledge: knowledge!.passedFirst,
          firstSkills: skills!.passedFirst,
          testedBoth: counts.testedAll,
          firstBoth: counts.passedAllFirst,
          certified: counts.certified,
          completersNotTested: counts.completersNotTested,
        },
      ]
    })
    expect(Object.fromEntries(found)).toEqual(expected.cohorts)
  })
})
