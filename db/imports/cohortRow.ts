import { needsNote, reasonsFor } from '../../shared/rules/memberProblems.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { AttemptResult } from '../../shared/values/vocabulary.ts'
import { tidy, toText, type Converted } from '../files/values.ts'
import { converted, failed } from '../files/values/converted.ts'
import type { Cell } from '../files/tableFile.ts'
import { attemptFieldId, type ExamPart } from './attemptFields.ts'
import type { MemberColumns } from './cohortBook.ts'
import type { ReadRow } from './readRow.ts'
import { toAttemptResult, toLeavingReason, toOutcome } from './words.ts'

const highestAttempt = 20

/** What a row says of its cohort; null when the row has to be refused. */
export interface CohortInFile {
  code: string
  site: string
  startDate: IsoDate
  endDate: IsoDate
}

export function readCohortFacts(read: ReadRow): CohortInFile | null {
  for (const field of ['cohort', 'site', 'startDate', 'endDate']) read.require(field)
  const code = read.text('cohort', 40)
  const site = read.text('site', 100)
  const startDate = read.date('startDate', 'any', 'refuse')
  const endDate = read.date('endDate', 'any', 'refuse')
  if (code === null || site === null || startDate === null || endDate === null) return null
  if (endDate < startDate) {
    read.refuse('cohorts.endsBeforeStart', 'endDate')
    return null
  }
  return { code, site, startDate, endDate }
}

/** `5`, `Level 5`, `ESL 5`; 7 and more are above level 6. */
function toLevel(cell: Cell): Converted<number> {
  const text = toText(cell)
  if (!text.ok) return text
  const digits = /^\D*(\d)(?:\.0+)?\D*$/.exec(text.value)?.[1]
  const level = digits === undefined ? 0 : Number(digits)
  return level >= 1 && level <= 7 ? converted(level) : failed('unknownWord')
}

/** Words that fit no reason of ours are kept beside *other*. */
function readReason(
  read: ReadRow,
  outcome: MemberColumns['outcome'],
): Pick<MemberColumns, 'reason' | 'reasonNote'> {
  const text = tidy(read.cell('reason')).slice(0, 500)
  const fitting = reasonsFor(outcome)
  if (text === '' || fitting.length === 0) return { reason: null, reasonNote: text === '' ? null : text }
  const known = toLeavingReason(text)
  if (known.ok && fitting.includes(known.value) && !needsNote(known.value)) {
    return { reason: known.value, reasonNote: null }
  }
  return { reason: outcome === 'excluded' ? 'otherExclusion' : 'other', reasonNote: text }
}

/** What a row says of a member: only what its cells hold. */
export function readMember(read: ReadRow): Partial<MemberColumns> {
  const outcome = read.value('outcome', toOutcome, 'refuse')
  const said: Partial<MemberColumns> = {
    entryLevel: read.value('entryLevel', toLevel, 'leaveOut'),
    startedOn: read.date('startedOn', 'any', 'refuse'),
    outcomeOn: read.date('outcomeOn', 'any', 'refuse'),
    ...(outcome === null ? {} : { outcome, ...readReason(read, outcome) }),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}

export interface ReadAttempt {
  partKey: string
  /** As the heading counts it. */
  number: number
  takenOn: IsoDate
  result: AttemptResult
  dateField: string
}

/** The attempts of a row by part, in order. */
export function readAttempts(read: ReadRow, parts: readonly ExamPart[]): ReadAttempt[] {
  return parts.flatMap(({ key }) =>
    Array.from({ length: highestAttempt }, (_, index) => index + 1).flatMap((number) => {
      const dateField = attemptFieldId({ what: 'attemptDate', part: key, number })
      const resultField = attemptFieldId({ what: 'attemptResult', part: key, number })
      if (!read.has(dateField) && !read.has(resultField)) return []
      const takenOn = read.date(dateField, 'any', 'refuse')
      const result = read.value(resultField, toAttemptResult, 'refuse')
      if (takenOn === null) {
        if (result !== null) read.refuse('attemptWithoutDate', resultField)
        return []
      }
      return [{ partKey: key, number, takenOn, result: result ?? 'waiting', dateField }]
    }),
  )
}
