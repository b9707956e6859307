import * as z from 'zod'
import { dataCheckIds } from '../rules/dataChecks/rules.ts'
import { workListIds } from '../rules/workLists.ts'
import { attemptResults, leavingReasons, skillAreas } from '../values/vocabulary.ts'
import { table11RowIds } from '../values/federalTables.ts'
import { explains } from './explanation.ts'
import { gainLine } from './gains.ts'
import { learnerFilters } from './learners.ts'
import {
  certificationNumbers,
  completionNumbers,
  leavingStatuses,
  lineKinds,
  reportFilters,
} from './reports.ts'
import { readsLists, workOf } from './today.ts'
import { isoDate, recordId } from './values.ts'

const line = z.object({ kind: z.enum(lineKinds), key: z.string() })

/** The year in which a program year ends. */
const programYear = z.int().min(2000).max(2100)

/** Counts of the first screen. */
export const numbersOfToday = ['running', 'upcoming', 'waiting', 'lookAgain'] as const
export type NumberOfToday = (typeof numbersOfToday)[number]

/** Rates of the completion report, beside its counts. */
export const completionRates = ['completionRate', 'finishedRate', 'leavingShare'] as const

/** Rates of the certification report, beside its counts. */
export const certificationRates = [
  'firstTimePart',
  'firstTime',
  'certifiedOfTested',
  'certifiedOfCompleters',
  'attemptRate',
] as const

/** What a line of the gains report says. */
export const gainNumbers = [
  'preTested',
  'postTested',
  'gained',
  'postTestRate',
  'gainRate',
  'hoursPerLevel',
] as const
export type GainNumber = (typeof gainNumbers)[number]

/** The columns of federal Table 4. */
export const table4Numbers = [
  'participants',
  'excluded',
  'levelGains',
  'trainingGains',
  'separated',
  'remaining',
  'rate',
] as const

/** Who stands in no row of Table 4, and in no row of Table 11. */
export const leftOutOfTables = ['withoutLevel', 'belowTwelveHours', 'excluded', 'withoutHours'] as const
export type LeftOutOfTables = (typeof leftOutOfTables)[number]

/** What a screening counts: its results, and by requirement whom it holds back and how. */
export const screeningNumbers = ['total', 'eligible', 'needsInformation', 'notYet', 'withinReach'] as const
export const reasonNumbers = ['notMet', 'unknown', 'near', 'withinReach', 'onlyThis'] as const

const ofCohorts = ['cohorts', 'tracks', 'learners', 'benchmarks'] as const
const ofHours = ['attendance', 'learners', 'assessments', 'instruments', 'sections'] as const

/** What every number on screen is made of: what it counts, numerator and denominator, the people, their values. */
export const explain = {
  /** How many learners a list shows. */
  learners: explains({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'sections', 'tracks'],
    input: learnerFilters,
  }),
  /** A count of the first screen, of one track where it is counted by track. */
  today: explains({
    mayCall: 'signedIn',
    reads: ['learners', 'cohorts', 'waitlist', 'tracks'],
    input: z.object({ number: z.enum(numbersOfToday), trackId: recordId.nullable().default(null) }),
  }),
  /** How many rows a work list has. */
  workList: explains({
    mayCall: 'signedIn',
    reads: readsLists,
    input: z.object({ list: z.enum(workListIds), of: workOf }),
  }),
  /** A count or rate of the completion report, of a cohort page or of the comparison; never for outside use. */
  completion: explains({
    mayCall: 'signedIn',
    reads: ofCohorts,
    input: z.object({
      filters: reportFilters,
      line,
      number: z.enum([...completionNumbers, ...completionRates]),
      /** For one way of leaving and its reason; no reason recorded is `none`. */
      leaving: z
        .object({ status: z.enum(leavingStatuses), reason: z.enum([...leavingReasons, 'none']) })
        .nullable()
        .default(null),
    }),
  }),
  /** A count or rate of the certification report, of a cohort page or of the comparison; never for outside use. */
  certification: explains({
    mayCall: 'signedIn',
    reads: ofCohorts,
    input: z.object({
      filters: reportFilters,
      /** Null: the one that the cohorts share. */
      credentialId: recordId.nullable(),
      line,
      number: z.enum([...certificationNumbers, ...certificationRates]),
      part: z.string().nullable().default(null),
      /** For `sat` and `attemptRate`: the number of the attempt; for `sat` its result as known on the date. */
      attempt: z.int().nullable().default(null),
      result: z.enum(attemptResults).nullable().default(null),
    }),
  }),
  /** A number of a line of the gains report. */
  gains: explains({
    mayCall: ['administrator', 'director', 'coordinator', 'instructor', 'staff', 'viewer'],
    reads: ['learners', 'assessments', 'instruments', 'attendance', 'sections', 'cohorts'],
    input: z.object({
      programYear,
      kind: gainLine.shape.kind,
      key: z.string().max(20),
      skillArea: z.enum(skillAreas),
      number: z.enum(gainNumbers),
    }),
  }),
  /** A number of federal Table 4 or 11. */
  federal: explains({
    mayCall: ['administrator', 'director', 'coordinator', 'staff'],
    reads: ['learners', 'assessments', 'instruments', 'attendance', 'sections', 'cohorts'],
    input: z.object({
      programYear,
      counted: z.discriminatedUnion('table', [
        z.object({
          table: z.literal('table4'),
          /** Null for all of them together. */
          entryLevel: z.int().min(1).max(7).nullable(),
          number: z.enum(table4Numbers),
        }),
        z.object({ table: z.literal('none'), number: z.enum(leftOutOfTables) }),
        z.object({
          table: z.literal('table11'),
          row: z.enum(table11RowIds),
          number: z.enum(['included', 'achieved', 'rate']),
        }),
      ]),
    }),
  }),
  /**
   * Hours of one learner: all on record, from one day to another, since the newest test of an area, those still
   * missing until the next one, or between the tests of a gain.
   */
  hours: explains({
    mayCall: 'signedIn',
    reads: ofHours,
    input: z.object({
      learnerId: recordId,
      span: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('days'), from: isoDate, to: isoDate }),
        z.object({ kind: z.literal('everyDay') }),
        z.object({ kind: z.literal('sinceTest'), skillArea: z.enum(skillAreas) }),
        z.object({ kind: z.literal('untilNextTest'), skillArea: z.enum(skillAreas) }),
        z.object({ kind: z.literal('betweenTests'), skillArea: z.enum(skillAreas), programYear }),
      ]),
      /** Only those of one class and component; a null class stands for hours of no class. */
      part: z.object({ sectionCode: z.string().nullable(), component: z.string() }).nullable().default(null),
    }),
  }),
  /** The current level of one learner in an area. */
  level: explains({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'instruments'],
    input: z.object({ learnerId: recordId, skillArea: z.enum(skillAreas) }),
  }),
  /** The levels that one learner gained in an area in a program year. */
  learnerGain: explains({
    mayCall: 'signedIn',
    reads: ['learners', 'assessments', 'instruments', 'attendance'],
    input: z.object({ learnerId: recordId, skillArea: z.enum(skillAreas), programYear }),
  }),
  /** The hours that a learner likely needs for a track in an area: the pairs of tests of the program, without names. */
  timeToReady: explains({
    mayCall: ['administrator', 'director', 'coordinator', 'instructor', 'staff'],
    reads: [...ofHours, 'cohorts', 'tracks'],
    input: z.object({ learnerId: recordId, trackId: recordId, skillArea: z.enum(skillAreas) }),
  }),
  /** The hours of a class in the days shown: of one learner, or of all. */
  attendance: explains({
    mayCall: 'signedIn',
    reads: ['attendance', 'sections', 'learners'],
    input: z.object({
      sectionId: recordId,
      from: isoDate,
      to: isoDate,
      learnerId: recordId.nullable().default(null),
    }),
  }),
  /** How many meetings of a class in a row a learner missed, up to the newest one. */
  absences: explains({
    mayCall: 'signedIn',
    reads: ['attendance', 'sections', 'learners'],
    input: z.object({ sectionId: recordId, learnerId: recordId }),
  }),
  /** How many members a cohort has, or how many of its seats are left. */
  cohort: explains({
    mayCall: 'signedIn',
    reads: ['cohorts', 'learners'],
    input: z.object({ cohortId: recordId, number: z.enum(['members', 'seatsLeft']) }),
  }),
  /** How many learners sit in a class. */
  classMembers: explains({
    mayCall: 'signedIn',
    reads: ['sections', 'learners'],
    input: z.object({ sectionId: recordId }),
  }),
  /** A count of a screening, or of one reason that holds people back in it. */
  screening: explains({
    mayCall: 'signedIn',
    reads: ['screenings'],
    input: z.object({
      screeningId: recordId,
      counted: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('result'), number: z.enum(screeningNumbers) }),
        z.object({
          kind: z.literal('reason'),
          requirementKey: z.string().max(100),
          number: z.enum(reasonNumbers),
          /** For `near`: how many points are near. */
          points: z.number().min(0).max(1000).default(0),
        }),
      ]),
    }),
  }),
  /** What another threshold would change on the facts of a screening. */
  whatIf: explains({
    mayCall: ['director', 'coordinator'],
    reads: ['screenings'],
    input: z.object({
      screeningId: recordId,
      key: z.string().max(100),
      threshold: z.number(),
      number: z.enum(['eligibleNow', 'eligibleThen', 'newlyEligible', 'noLongerEligible']),
    }),
  }),
  /** How many findings a rule of the data check has. */
  findings: explains({
    mayCall: ['administrator', 'director', 'coordinator', 'instructor', 'staff'],
    reads: ['learners', 'assessments', 'instruments', 'attendance', 'sections', 'cohorts', 'dataChecks'],
    input: z.object({ rule: z.enum(dataCheckIds), show: z.enum(['open', 'accepted']) }),
  }),
}
