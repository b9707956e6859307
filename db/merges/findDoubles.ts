import type { AttendanceMark } from '../../shared/rules/attendance.ts'
import {
  alikeOrAsked,
  proposedAttempt,
  proposedMark,
  proposedSeat,
  type MergeSide,
} from '../../shared/rules/merging.ts'
import type { DoubleKind } from '../../shared/values/merges.ts'
import type { AttemptResult, MemberOutcome } from '../../shared/values/vocabulary.ts'
import { attemptTable, personTables, type PersonTable } from './personTables.ts'
import type { PersonRows } from './readPerson.ts'
import type { Row } from './rows.ts'

/** Two rows, one in each record, of something that happened once. */
export interface Double {
  readonly key: string
  readonly kind: DoubleKind
  readonly table: PersonTable
  readonly kept: Row
  readonly other: Row
  /** Which one counts unless somebody chooses; null: somebody has to. */
  readonly proposed: MergeSide | null
}

interface Rule {
  readonly kind: DoubleKind
  readonly table: PersonTable
  rowsOf(person: PersonRows): readonly Row[]
  /** What both rows have to have in common. */
  readonly alike: readonly string[]
  counts?(row: Row): boolean
  /** Where one row can meet several: whether two do. Elsewhere each row has one counterpart at most. */
  meet?(kept: Row, other: Row): boolean
  propose(kept: Row, other: Row): MergeSide | null
}

const same = (names: readonly string[]) => (kept: Row, other: Row) =>
  alikeOrAsked(names.every((name) => kept[name] === other[name]))

/** What can be found for two records by looking at one table of each. */
const rules: readonly Rule[] = [
  {
    ...{ kind: 'assessment', table: personTables.assessments },
    rowsOf: ({ rows }) => rows.assessments,
    alike: ['instrument', 'skillArea', 'form', 'testedOn'],
    counts: ({ voidedAt }) => voidedAt === null,
    propose: same(['score', 'scoreText', 'accurate', 'conservativeEstimate', 'passed']),
  },
  {
    ...{ kind: 'attendance', table: personTables.attendance },
    rowsOf: ({ rows }) => rows.attendance,
    alike: ['meetingId'],
    propose: (kept, other) => proposedMark(kept.mark as AttendanceMark, other.mark as AttendanceMark),
  },
  {
    ...{ kind: 'hours', table: personTables.instructionHours },
    rowsOf: ({ rows }) => rows.instructionHours,
    alike: ['sectionId', 'cohortId', 'component'],
    // Hours of one place that were counted twice would make somebody due too early.
    meet: (kept, other) => kept.periodFrom! <= other.periodTo! && other.periodFrom! <= kept.periodTo!,
    propose: same(['periodFrom', 'periodTo', 'hours', 'possibleHours']),
  },
  {
    ...{ kind: 'waitingPlace', table: personTables.waitlistEntries },
    rowsOf: ({ rows }) => rows.waitlistEntries,
    alike: ['trackId'],
    counts: ({ removedOn }) => removedOn === null,
    // Nobody loses a place in a line by having stood in it twice.
    propose: (kept, other) => (Number(other.position) < Number(kept.position) ? 'other' : 'kept'),
  },
  {
    ...{ kind: 'cohortMember', table: personTables.cohortMembers },
    rowsOf: ({ rows }) => rows.cohortMembers,
    alike: ['cohortId'],
    propose: (kept, other) => proposedSeat(kept.outcome as MemberOutcome, other.outcome as MemberOutcome),
  },
]

/** Pairs the rows of both records that have the same values in some columns, each row once. */
export function pairs(kept: readonly Row[], other: readonly Row[], alike: readonly string[]): [Row, Row][] {
  const keyOf = (row: Row) => JSON.stringify(alike.map((name) => row[name]))
  const waiting = Map.groupBy(kept, keyOf)
  return other.flatMap((row): [Row, Row][] => {
    const own = waiting.get(keyOf(row))?.shift()
    return own ? [[own, row]] : []
  })
}

/** All pairs with the same values in some columns that meet besides. */
function meetings(kept: readonly Row[], other: readonly Row[], { alike, meet }: Rule): [Row, Row][] {
  return kept.flatMap((own) =>
    other
      .filter((row) => alike.every((name) => own[name] === row[name]) && meet!(own, row))
      .map((row): [Row, Row] => [own, row]),
  )
}

function ofRule(rule: Rule, kept: readonly Row[], other: readonly Row[]): Double[] {
  const { kind, table, alike, counts = () => true, meet, propose } = rule
  const [own, others] = [kept.filter(counts), other.filter(counts)]
  const found = meet ? meetings(own, others, rule) : pairs(own, others, alike)
  return found.map(([one, two]) => ({
    key: `${kind} ${one.id} ${two.id}`,
    ...{ kind, table, kept: one, other: two, proposed: propose(one, two) },
  }))
}

/** Sittings of one part on one day, recorded under both seats in a cohort. */
function attemptDoubles(seats: readonly Double[], kept: PersonRows, other: PersonRows): Double[] {
  const rule: Rule = {
    ...{ kind: 'attempt', table: attemptTable, rowsOf: ({ attempts }) => attempts },
    alike: ['partKey', 'takenOn'],
    propose: (one, two) => proposedAttempt(one.result as AttemptResult, two.result as AttemptResult),
  }
  return seats.flatMap((seat) =>
    ofRule(
      rule,
      kept.attempts.filter(({ cohortMemberId }) => cohortMemberId === seat.kept.id),
      other.attempts.filter(({ cohortMemberId }) => cohortMemberId === seat.other.id),
    ),
  )
}

/** What both records hold though it happened once, with which of the two counts. */
export function findDoubles(kept: PersonRows, other: PersonRows): Double[] {
  const found = rules.flatMap((rule) => ofRule(rule, rule.rowsOf(kept), rule.rowsOf(other)))
  const seats = found.filter(({ kind }) => kind === 'cohortMember')
  return [...found, ...attemptDoubles(seats, kept, other)]
}
