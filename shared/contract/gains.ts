import * as z from 'zod'
import { table11RowIds } from '../values/federalTables.ts'
import { skillAreas } from '../values/vocabulary.ts'
import { longQuery, query } from './useCase.ts'
import { isoDate, recordId } from './values.ts'

/** The year in which a program year ends: 2027 for 1 July 2026 to 30 June 2027. */
const programYear = z.int().min(2000).max(2100)

const rate = z.object({
  numerator: z.int(),
  denominator: z.int(),
  /** One decimal, half-up; null: none due. */
  percent: z.number().nullable(),
  isSmallGroup: z.boolean(),
})

/** The gains of one group of learners in one skill area. */
export const gainLine = z.object({
  /** `total`, an entry level (`1` … `7`), or the number of a class. */
  kind: z.enum(['total', 'entryLevel', 'section']),
  key: z.string(),
  /** The code of a class; empty otherwise. */
  name: z.string(),
  skillArea: z.enum(skillAreas),
  preTested: z.int(),
  postTested: z.int(),
  gained: z.int(),
  levelsGained: z.int(),
  /** Post-tested ÷ pre-tested, and gained ÷ pre-tested: no post-test, no measured gain. */
  postTestRate: rate,
  gainRate: rate,
  /** Hours between the tests for each level gained, over the `gained`. */
  hoursPerLevel: z.number().nullable(),
})
export type GainLine = z.infer<typeof gainLine>

export const gainReport = z.object({
  programYear,
  from: isoDate,
  to: isoDate,
  asOf: isoDate,
  /** Program years with tests, the newest first. */
  programYears: z.array(programYear),
  lines: z.array(gainLine),
})
export type GainReport = z.infer<typeof gainReport>

/** A test as it is shown beside a gain. */
const gainTest = z.object({
  id: recordId,
  testedOn: isoDate,
  form: z.string().nullable(),
  /** As it is printed: `218`, `*`, `O/R`, `556*`. */
  scoreText: z.string(),
  accurate: z.boolean(),
  conservativeEstimate: z.boolean(),
  earlyReason: z.string().nullable(),
})
export type GainTest = z.infer<typeof gainTest>

/** Pre-test, post-test and what follows from them, or why nothing does. */
const gainFacts = z.object({
  skillArea: z.enum(skillAreas),
  state: z.enum(['gained', 'noGain', 'notMeasured']),
  /** Why nothing was measured; null if it was. See `shared/rules/programYearGains.ts`. */
  reason: z
    .enum([
      'noPreTest',
      'preTestUnusable',
      'levelUnknown',
      'noPostTest',
      'postTestUnusable',
      'postLevelUnknown',
      'tooFewHours',
      'hoursUnknown',
      'sameForm',
      'otherGeneration',
    ])
    .nullable(),
  pre: gainTest.nullable(),
  post: gainTest.nullable(),
  /** The test that the reason is about; null where there is none. */
  about: gainTest.nullable(),
  preLevel: z.int().nullable(),
  postLevel: z.int().nullable(),
  levels: z.int().nullable(),
  /** Hours between the pre-test and the other test; null where there is no other. */
  hours: z.number().nullable(),
  minimumHours: z.number().nullable(),
})
export type GainFacts = z.infer<typeof gainFacts>

/** The gains of one learner in one program year, and what comes next in the newest. */
export const learnerYear = z.object({
  programYear,
  gains: z.array(
    gainFacts.extend({
      /** The way to the next test of the area; null in a year that is over, or without a test to start from. */
      next: z
        .object({
          state: z.enum(['notDue', 'due', 'overdue', 'noRule']),
          hoursMissing: z.number().nullable(),
          form: z.string().nullable(),
          /** The test no longer counts: a new pre-test on its successor comes first. */
          generationEnded: z.boolean(),
        })
        .nullable(),
    }),
  ),
})
export type LearnerYear = z.infer<typeof learnerYear>

const table4Counts = z.object({
  participants: z.int(),
  excluded: z.int(),
  levelGains: z.int(),
  trainingGains: z.int(),
  separated: z.int(),
  remaining: z.int(),
  /** Cut off after four places, as the federal table prints it; null: none due. */
  rate: z.number().nullable(),
})
/** The NRS entry level, 1 to 6; 7 for above 6. */
const table4Row = table4Counts.extend({ entryLevel: z.int() })

/** A row of Table 11; what this program cannot know stays null and says why. */
const table11Row = z.object({
  id: z.enum(table11RowIds),
  label: z.object({ en: z.string(), es: z.string() }),
  counts: z.enum(['participants', 'exitsOfYearBefore', 'exitsOfCalendarYear']),
  /** The days on which those counted left; null where participants of the year are counted. */
  exitsFrom: isoDate.nullable(),
  exitsTo: isoDate.nullable(),
  /** The row's own denominator. */
  included: z.int().nullable(),
  achieved: z.int().nullable(),
  /** Half-up to four places, as the federal table prints it; null: none due, or not known. */
  rate: z.number().nullable(),
  unknown: z.enum(['diplomas', 'transcripts', 'wageRecords']).nullable(),
})
export type Table11Line = z.infer<typeof table11Row>

export const federalFigures = z.object({
  programYear,
  asOf: isoDate,
  table4: z.array(table4Row),
  /** Of all its rows together. */
  table4Total: table4Counts,
  /** Participants without a level on record: they stand in no row, and the state system will ask. */
  withoutLevel: z.int(),
  /** Learners with hours, but fewer than twelve. */
  belowTwelveHours: z.int(),
  /** Integrated education and training: those in a cohort of the program. */
  table11: z.object({
    /** Where the words of its rows were read. */
    source: z.string(),
    rows: z.array(table11Row),
    /** Left for a reason that takes people out of every count. */
    excluded: z.int(),
    /** In a cohort in the year, with fewer than twelve hours on record: in no row. */
    withoutHours: z.int(),
  }),
})
export type FederalFigures = z.infer<typeof federalFigures>

/** The hours that a learner likely needs, from the program's own growth; see `shared/rules/timeToReady.ts`. */
const timeToReady = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('tooFewPairs'), n: z.int() }),
  z.object({ state: z.literal('range'), n: z.int(), from: z.int(), to: z.int().nullable() }),
  z.object({ state: z.literal('noGrowth'), n: z.int() }),
])

export const wayToTrack = z.object({
  areas: z.array(
    z.object({
      skillArea: z.enum(skillAreas),
      /** Null where a score is asked for. */
      neededLevel: z.int().nullable(),
      points: z.number(),
      time: timeToReady,
    }),
  ),
})
export type WayToTrack = z.infer<typeof wayToTrack>

const mayRead = ['administrator', 'director', 'coordinator', 'instructor', 'staff', 'viewer'] as const
const mayName = ['administrator', 'director', 'coordinator', 'instructor', 'staff'] as const
const reads = ['learners', 'assessments', 'instruments', 'attendance', 'sections', 'cohorts'] as const

export const gains = {
  /** Pre-tested, post-tested and gained, by area: in all, by entry level, by class. */
  report: query({
    mayCall: mayRead,
    reads,
    input: z.object({ programYear: programYear.nullable().default(null) }),
    output: gainReport,
  }),
  /** A learner's gains by program year and area, the newest year first. */
  ofLearner: query({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'instruments', 'attendance'],
    input: z.object({ learnerId: recordId }),
    output: z.array(learnerYear),
  }),
  /** The skills in which a learner is below a track's entry rules, with the hours that likely lead there. */
  wayToTrack: query({
    mayCall: mayName,
    reads: [...reads, 'tracks'],
    input: z.object({ learnerId: recordId, trackId: recordId }),
    output: wayToTrack,
  }),
  /** Federal Tables 4 and 11 for this program, as a check against the state system's. */
  federal: longQuery({
    mayCall: ['administrator', 'director', 'coordinator', 'staff'],
    reads,
    input: z.object({ programYear }),
    output: federalFigures,
  }),
}
