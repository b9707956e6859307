import { expect, test } from 'vitest'
import { answersStored, storedAnswers } from '../../db/screening/storedAnswers.ts'
import { factsStored, storedFacts } from '../../db/screening/storedFacts.ts'
import { sampleTracks } from '../../db/tracks/shipTracks.ts'
import type { LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { factsUsed } from '../../shared/rules/screening/factsUsed.ts'
import { screenLearner } from '../../shared/rules/screening/screenLearner.ts'
import { context, learner, requirement, test as assessment } from '../rules/examples.ts'

const somebody: LearnerFacts = learner({
  learnerId: '7',
  birthDate: '2009-02-28',
  schooling: 'primary',
  equivalency: 'inProgress',
  assessments: [assessment('reading', 209, '2026-05-12'), assessment('listening', 190, '2025-05-12')],
  documents: [
    { document: 'tbTest', state: 'met', checkedOn: '2026-06-01', documentDate: '2025-01-01', doses: null },
    { document: 'hepatitisB', state: 'met', checkedOn: '2026-06-01', documentDate: null, doses: 2 },
    {
      document: 'backgroundCheck',
      state: 'notMet',
      checkedOn: '2026-06-02',
      documentDate: null,
      doses: null,
    },
  ],
  attendance: [
    { component: 'workReadiness', hoursAttended: 7.25, hoursScheduled: 10, through: '2026-07-01' },
  ],
  components: [{ component: 'informationSession', done: true, on: '2026-03-03' }],
  interviews: [{ heldOn: '2026-07-07', result: 'noResult' }],
  waivers: [
    { requirementKey: 'reading', grantedBy: 'Alma Rivera', grantedOn: '2026-07-01', reason: 'Retest booked' },
  ],
})
const nobody = learner({ learnerId: '8' })

const everyRule = [
  ...sampleTracks.flatMap(({ requirements }) => requirements),
  requirement('score', {
    kind: 'score',
    instrument: 'CASAS Reading STEPS',
    area: 'reading',
    minimumScore: 224,
  }),
  requirement('degree', { kind: 'equivalency', minimumEquivalency: 'done' }),
  requirement('school', { kind: 'schooling', minimumSchooling: 'someCollege' }),
]

test.each([somebody, nobody])('kept answers come back as they were given', (facts) => {
  const { answers } = screenLearner(everyRule, facts, context)
  expect(new Set(answers.map(({ evidence }) => evidence.kind)).size).toBe(12)
  expect(answersStored(storedAnswers(answers), everyRule)).toEqual(answers)
})

test.each([somebody, nobody])('kept facts come back as they were used', (facts) => {
  const used = factsUsed(everyRule, context.asOf)(facts)
  expect(factsStored(Number(facts.learnerId), storedFacts(used))).toEqual(used)
})
