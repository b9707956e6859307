import { expect, test } from 'vitest'
import { translator } from '../../db/texts/translator.ts'
import type { LearnerFacts } from '../../shared/rules/screening/facts.ts'
import { factsUsed } from '../../shared/rules/screening/factsUsed.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import { screenLearner } from '../../shared/rules/screening/screenLearner.ts'
import { sentenceFor, type SentenceWords } from '../../shared/rules/screening/sentenceFor.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { context, learner, member, requirement, test as assessment } from './examples.ts'

const words = (language: Language): SentenceWords => {
  const t = translator(language)
  return { language, t: (key, values) => t(key, values), date: (day) => day }
}

function say(asked: Requirement, facts: Partial<LearnerFacts>, language: Language = 'en'): string {
  const known = learner(facts)
  const { answers } = screenLearner([asked], known, context)
  return sentenceFor(answers[0]!, asked, words(language))
}

const listening = requirement(
  'listening',
  { kind: 'level', area: 'listening', minimumLevel: 5 },
  { maximumAgeDays: 365, waivable: true },
)

test('a level that is not reached names value, level, need, gap and day', () => {
  const facts = { assessments: [assessment('listening', 209, '2026-05-12')] }
  expect(say(listening, facts)).toBe(
    'Listening 209 · level 4 · needs level 5 · 3 points below · tested 2026-05-12',
  )
  expect(say(listening, facts, 'es')).toBe(
    'Comprensión auditiva 209 · nivel 4 · necesita nivel 5 · le faltan 3 puntos · prueba del 2026-05-12',
  )
})

test('a level that is reached says so without a need', () => {
  expect(say(listening, { assessments: [assessment('listening', 240, '2026-05-12')] })).toBe(
    'Listening 240 · above level 6 · tested 2026-05-12',
  )
})

test('nothing on record, and a test too long ago', () => {
  expect(say(listening, {})).toBe('Listening: no usable test on record')
  expect(say(listening, { assessments: [assessment('listening', 215, '2025-01-01')] })).toBe(
    'Listening 215 · level 5 · tested 2025-01-01 · too long ago: a new test is needed',
  )
})

test('a waiver names who set the requirement aside, and when', () => {
  const waiver = {
    requirementKey: 'listening',
    grantedBy: 'Alma Rivera',
    grantedOn: '2026-07-01',
    reason: 'x',
  }
  expect(say(listening, { waivers: [waiver] })).toBe(
    'Listening: no usable test on record · set aside by Alma Rivera on 2026-07-01',
  )
})

test('age, schooling, documents, hours, attendance, workshops and interviews', () => {
  const asked = (rule: Requirement['rule']) =>
    requirement('one', rule, { message: { en: 'The rule', es: 'La regla' } })
  expect(say(asked({ kind: 'age', minimumYears: 18 }), { birthDate: '2009-01-15' })).toBe(
    '17.5 years old on the first day · needs 18 · old enough on 2027-01-15',
  )
  expect(
    say(asked({ kind: 'schooling', minimumSchooling: 'secondaryDiploma' }), { schooling: 'primary' }),
  ).toBe('Schooling: Primary school · needs: Secondary school diploma')
  expect(say(asked({ kind: 'equivalency', minimumEquivalency: 'done' }), {})).toBe(
    'High-school equivalency: not on record · needs: Earned',
  )
  const shots = asked({ kind: 'document', document: 'shots', recency: null, minimumDoses: 3 })
  expect(say(shots, {})).toBe('The rule · not seen by the office yet')
  const seen = {
    document: 'shots',
    state: 'met',
    checkedOn: '2026-07-01',
    documentDate: null,
    doses: 2,
  } as const
  expect(say(shots, { documents: [seen] })).toBe('The rule · seen by the office on 2026-07-01 · 2 of 3 doses')
  const tb = asked({
    kind: 'document',
    document: 'shots',
    recency: { unit: 'months', count: 6 },
    minimumDoses: null,
  })
  expect(say(tb, { documents: [{ ...seen, documentDate: '2025-12-01' }] })).toBe(
    'The rule · seen by the office on 2026-07-01 · dated 2025-12-01 · must be dated 2026-02-24 or later',
  )
  const attended = { component: 'c', hoursAttended: 7.5, hoursScheduled: 10, through: '2026-07-30' }
  expect(say(asked({ kind: 'hours', component: 'c', minimumHours: 10 }), { attendance: [attended] })).toBe(
    'The rule · 7.5 of 10 hours · through 2026-07-30',
  )
  expect(
    say(asked({ kind: 'attendance', component: null, minimumRate: 0.8 }), { attendance: [attended] }),
  ).toBe('The rule · came to 75%, needs 80% · through 2026-07-30')
  expect(say(asked({ kind: 'component', component: 'c' }), {})).toBe('The rule · not on record')
  expect(
    say(asked({ kind: 'interview', needs: 'passed' }), {
      interviews: [{ heldOn: '2026-07-02', result: 'noResult' }],
    }),
  ).toBe('The rule · held 2026-07-02 · No result yet')
})

test('an any-of group speaks of its nearest way and names that there are others', () => {
  const diploma = requirement('school', {
    kind: 'anyOf',
    members: [
      member('diploma', { kind: 'schooling', minimumSchooling: 'secondaryDiploma' }),
      member(
        'ged',
        { kind: 'equivalency', minimumEquivalency: 'done' },
        { margin: { unit: 'steps', amount: 1 } },
      ),
    ],
  })
  expect(say(diploma, { schooling: 'none', equivalency: 'inProgress' })).toBe(
    'High-school equivalency: In progress · needs: Earned · or one other way',
  )
  expect(say(diploma, { schooling: 'degree', equivalency: 'none' })).toBe('Schooling: College degree')
})

test('the facts kept with a screening give the same answers again', () => {
  const rules: Requirement[] = [
    listening,
    requirement('any', { kind: 'lowestLevel', areas: [], minimumLevel: 4 }),
    requirement('age', { kind: 'age', minimumYears: 18 }),
    requirement('hours', { kind: 'hours', component: null, minimumHours: 10 }),
  ]
  const facts = learner({
    birthDate: '2000-01-01',
    schooling: 'degree',
    assessments: [
      assessment('listening', 209, '2026-05-12'),
      assessment('listening', 150, '2024-05-12'),
      assessment('reading', 220, '2026-05-12'),
      assessment('reading', 100, '2026-09-12'),
    ],
    attendance: [{ component: 'a', hoursAttended: 4, hoursScheduled: 4, through: '2026-05-01' }],
    interviews: [{ heldOn: '2026-05-05', result: 'passed' }],
  })
  const used = factsUsed(rules, context.asOf)(facts)
  expect(used.assessments).toHaveLength(2)
  expect([used.schooling, used.interviews]).toEqual([null, []])
  expect(screenLearner(rules, used, context)).toEqual(screenLearner(rules, facts, context))
})
