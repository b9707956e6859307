import * as z from 'zod'
import { retentionStandings, retentionYearsRange } from '../rules/retention.ts'
import { learnerStatuses } from '../values/vocabulary.ts'
import { disclosure } from './disclosure.ts'
import { learnerName } from './learnerFacts.ts'
import { command, longCommand, longQuery, query } from './useCase.ts'
import { fileTicket, isoDate, language, listWindow, recordId, requiredText } from './values.ts'

export const learnerHold = z.object({
  reason: z.string(),
  placedOn: isoDate,
  placedByName: z.string(),
})
export type LearnerHold = z.infer<typeof learnerHold>

/** One record and what its age says about it. */
export const agedRecord = learnerName.extend({
  learnerId: recordId,
  studentId: z.string().nullable(),
  status: z.enum(learnerStatuses),
  lastActivityOn: isoDate,
  /** The first day on which it is old enough to be erased; null where everything is kept. */
  oldEnoughOn: isoDate.nullable(),
  standing: z.enum(retentionStandings),
  hold: learnerHold.nullable(),
})
export type AgedRecord = z.infer<typeof agedRecord>

/** Which records a list shows: those that may be erased, those held back, those without an outcome. */
export const keepLists = ['due', 'held', 'unfinished'] as const
export type KeepList = (typeof keepLists)[number]

export const eraseReasons = ['pastRetention', 'personAsked', 'addedByMistake', 'otherReason'] as const
export type EraseReason = (typeof eraseReasons)[number]

/** What goes for good when people are erased, as numbers of entries. */
export const erasedCounts = z.object({
  people: z.int(),
  phones: z.int(),
  classes: z.int(),
  assessments: z.int(),
  attendance: z.int(),
  hours: z.int(),
  evidence: z.int(),
  contacts: z.int(),
  screenings: z.int(),
  waitingPlaces: z.int(),
  changes: z.int(),
})
export type ErasedCounts = z.infer<typeof erasedCounts>

/** What stays without a name, because cohorts and rates count it. */
export const remainingCounts = z.object({ cohorts: z.int(), attempts: z.int(), decisions: z.int() })
export type RemainingCounts = z.infer<typeof remainingCounts>

const yearsKept = z.int().min(retentionYearsRange.least).max(retentionYearsRange.most).nullable()
const mayLook = ['administrator', 'director'] as const
const mayErase = ['administrator'] as const
const onLearner = z.object({ learnerId: recordId })
/** Erased in one transaction and shown one by one: more than a working day's reading is no choice. */
const people = z.array(recordId).min(1, { error: 'chooseOne' }).max(5000, { error: 'tooMany' })

export const keep = {
  /** How long records are kept, how many are old enough, and whether an erasure waits to be finished. */
  overview: query({
    mayCall: mayLook,
    reads: ['program', 'learners', 'assessments', 'sections', 'cohorts', 'waitlist'],
    input: z.object({}),
    output: z.object({
      retentionYears: yearsKept,
      due: z.int(),
      held: z.int(),
      unfinished: z.int(),
      /** True while what was erased can still be read from the file's unused parts with its key. */
      erasedBytesLeft: z.boolean(),
      /** The moment of the newest erasure: backups made before it still hold the people. */
      lastErasedAt: z.string().nullable(),
    }),
  }),
  changeRetention: command({
    mayCall: mayErase,
    changes: ['program'],
    input: z.object({ retentionYears: yearsKept }),
    output: z.object({}),
  }),
  /** Records past their time, the oldest first. `held` also shows holds on newer records. */
  list: query({
    mayCall: mayLook,
    reads: ['program', 'learners', 'assessments', 'sections', 'cohorts', 'waitlist'],
    input: z.object({ show: z.enum(keepLists), ...listWindow }),
    output: z.object({ total: z.int(), rows: z.array(agedRecord) }),
  }),
  /** Where one record stands, for the learner's page. */
  ofLearner: query({
    mayCall: mayLook,
    reads: ['program', 'learners', 'assessments', 'sections', 'cohorts', 'waitlist'],
    input: onLearner,
    output: agedRecord,
  }),
  /** Keeps a record whatever its age, for a reason (a lawsuit, an audit, a request). */
  hold: command({
    mayCall: mayLook,
    changes: ['learners'],
    input: onLearner.extend({ reason: requiredText(500) }),
    output: z.object({}),
  }),
  liftHold: command({
    mayCall: mayLook,
    changes: ['learners'],
    input: onLearner,
    output: z.object({}),
  }),
  /** What erasing these people would take away and what would stay, without changing anything. */
  previewErase: query({
    mayCall: mayErase,
    reads: ['learners', 'assessments', 'sections', 'cohorts', 'waitlist', 'screenings'],
    input: z.object({ learnerIds: people }),
    output: z.object({
      /** What must be typed: the family name of one person, the number of several. */
      confirmation: z.string(),
      goes: erasedCounts,
      stays: remainingCounts,
    }),
  }),
  /** Takes people out of the program for good. Their seats and results stay as counts. Can't be undone. */
  erase: longCommand({
    mayCall: mayErase,
    changes: [
      'learners',
      'assessments',
      'sections',
      'cohorts',
      'waitlist',
      'screenings',
      'imports',
      'audit',
      'program',
      'safety',
    ],
    input: z.object({
      learnerIds: people,
      reason: z.enum(eraseReasons),
      confirmation: z.string().max(200),
    }),
    output: z.object({
      goes: erasedCounts,
      /** True when the file could not be written anew yet: `clearErased` does it later. */
      erasedBytesLeft: z.boolean(),
    }),
  }),
  /** Writes the file anew, so that nothing of what was erased is left in its unused parts. */
  clearErased: longCommand({
    mayCall: mayErase,
    changes: ['program', 'safety'],
    input: z.object({}),
    output: z.object({}),
  }),
  /** Everything on record about one person as a workbook: their right to see it (34 CFR 99.10). */
  exportRecord: longQuery({
    mayCall: ['administrator', 'director', 'coordinator', 'staff'],
    reads: ['learners', 'assessments', 'sections', 'tracks', 'screenings', 'waitlist', 'cohorts', 'imports'],
    input: onLearner.extend({ language, disclosure }),
    output: fileTicket,
  }),
}
