import { addYears, programYearSpan, type IsoDate } from '../values/dates.ts'
import { table11Editions, type Table11Edition, type Table11RowId } from '../values/federalTables.ts'
import type { LocalText } from '../values/vocabulary.ts'
import { table11Printed, type ParticipantFact } from './federalTables.ts'

/** Whom a row counts: the participants of the year, or those who left in an earlier span. */
export type Table11Span = 'participants' | 'exitsOfYearBefore' | 'exitsOfCalendarYear'

/** Why the program cannot know what a row asks for. */
export type Table11Unknown = 'diplomas' | 'transcripts' | 'wageRecords'

interface RowRule {
  readonly counts: Table11Span
  /** Null where it can be counted here. */
  readonly unknown: Table11Unknown | null
  /** True where the row has a group of its own that only the state knows: those without a diploma at the start. */
  readonly ownGroup?: true
}

const rules: Readonly<Record<Table11RowId, RowRule>> = {
  levelGain: { counts: 'participants', unknown: null },
  diploma: { counts: 'participants', unknown: 'diplomas' },
  transcript: { counts: 'participants', unknown: 'transcripts' },
  milestones: { counts: 'participants', unknown: 'transcripts' },
  exam: { counts: 'participants', unknown: null },
  employedSecondQuarter: { counts: 'exitsOfYearBefore', unknown: 'wageRecords' },
  employedFourthQuarter: { counts: 'exitsOfCalendarYear', unknown: 'wageRecords' },
  earningsSecondQuarter: { counts: 'exitsOfYearBefore', unknown: 'wageRecords', ownGroup: true },
  diplomaAndEnrolled: { counts: 'exitsOfCalendarYear', unknown: 'diplomas', ownGroup: true },
  diplomaAndEmployed: { counts: 'exitsOfCalendarYear', unknown: 'diplomas', ownGroup: true },
  diplomaAndEmployedOrEnrolled: { counts: 'exitsOfCalendarYear', unknown: 'diplomas', ownGroup: true },
  credential: { counts: 'exitsOfCalendarYear', unknown: null },
}

/** The words in force for a program year, given as the year in which it ends. */
export function table11Edition(programYear: number): Table11Edition {
  return table11Editions.findLast(
    ({ fromProgramYear }) => fromProgramYear === null || fromProgramYear <= programYear,
  )!
}

/**
 * The days on which those counted left: outcomes after exit come in late, so that a year's table counts people of
 * an earlier span (joint guidance of the two departments on WIOA's annual report).
 */
export function table11Days(
  counts: Table11Span,
  programYear: number,
): { readonly from: IsoDate; readonly to: IsoDate } {
  if (counts === 'participants') return programYearSpan(programYear)
  if (counts === 'exitsOfYearBefore') return programYearSpan(programYear - 1)
  return { from: `${programYear - 2}-01-01`, to: `${programYear - 2}-12-31` }
}

/** One learner of integrated training who ended a period of participation. */
export interface TrainingExit {
  readonly exitedOn: IsoDate
  readonly firstService: IsoDate
  /** When every part of a credential was passed; null: not, or not known here. */
  readonly certifiedOn: IsoDate | null
}

/** A row of Table 11 as this program can fill it in. */
export interface Table11Line {
  readonly id: Table11RowId
  readonly label: LocalText
  readonly counts: Table11Span
  /** The days on which those counted left; null where participants of the year are counted. */
  readonly exitsFrom: IsoDate | null
  readonly exitsTo: IsoDate | null
  /** The row's own denominator; null where it is not known here. */
  readonly included: number | null
  readonly achieved: number | null
  /** Half-up to four places; null: none due, or not known here. */
  readonly rate: number | null
  readonly unknown: Table11Unknown | null
}

const isWithin = (day: IsoDate, { from, to }: { from: IsoDate; to: IsoDate }) => from <= day && day <= to

/** True for a credential gained in the period of participation or within a year of its end. */
const isCertified = ({ certifiedOn, firstService, exitedOn }: TrainingExit) =>
  certifiedOn !== null && certifiedOn >= firstService && certifiedOn <= addYears(exitedOn, 1)

/** Whether somebody shows the gain that a row asks for; undefined for a row of another kind. */
const gainTests: Partial<Record<Table11RowId, (participant: ParticipantFact) => boolean>> = {
  levelGain: ({ levelGainOn }) => levelGainOn !== null,
  exam: ({ trainingGainOn }) => trainingGainOn !== null,
}

/** Those whom a row of Table 11 counts, and of them those who achieved what it asks for. */
export interface Table11People<Participant, Exit> {
  readonly included: readonly (Participant | Exit)[]
  /** Null where the program cannot know it. */
  readonly achieved: readonly (Participant | Exit)[] | null
}

/** Who stands in a row of Table 11. */
export function table11People<Participant extends ParticipantFact, Exit extends TrainingExit>(
  id: Table11RowId,
  programYear: number,
  participants: readonly Participant[],
  exits: readonly Exit[],
): Table11People<Participant, Exit> {
  const { counts, unknown } = rules[id]
  if (counts === 'participants') {
    const included = participants.filter(({ excluded }) => !excluded)
    return { included, achieved: unknown === null ? included.filter(gainTests[id] ?? (() => false)) : null }
  }
  const days = table11Days(counts, programYear)
  const included = exits.filter(({ exitedOn }) => isWithin(exitedOn, days))
  return { included, achieved: unknown === null ? included.filter(isCertified) : null }
}

/**
 * Table 11 of a program year: participants of integrated education and training, each row with its own denominator.
 * Somebody with gains of two types stands in both rows.
 */
export function table11Lines(
  programYear: number,
  participants: readonly ParticipantFact[],
  exits: readonly TrainingExit[],
): Table11Line[] {
  return table11Edition(programYear).rows.map(({ id, label }) => {
    const { counts, unknown, ownGroup } = rules[id]
    const days = table11Days(counts, programYear)
    const people = table11People(id, programYear, participants, exits)
    const included = ownGroup ? null : people.included.length
    const achieved = people.achieved?.length ?? null
    const rate =
      included === null || achieved === null
        ? null
        : table11Printed({ numerator: achieved, denominator: included })
    const [exitsFrom, exitsTo] = counts === 'participants' ? [null, null] : [days.from, days.to]
    return { id, label, counts, exitsFrom, exitsTo, included, achieved, rate, unknown }
  })
}
