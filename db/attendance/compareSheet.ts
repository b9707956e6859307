import type { AttendanceRow, SectionAttendance } from '../../shared/contract/attendance.ts'
import type { PlannedRowView, RowProblem } from '../../shared/contract/importPlan.ts'
import type { SheetDifferenceRow } from '../../shared/contract/sheetComparison.ts'
import { writeAttendance } from '../../shared/values/attendanceText.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { displayName } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { AttendancePlan } from '../imports/planAttendance.ts'
import type { PlannedRow } from '../imports/plannedRow.ts'
import type { SectionState } from '../imports/sections.ts'

type Difference = SheetDifferenceRow

/** What is on record of a class in the days of a sheet. */
export type OnRecord = (section: SectionState, from: IsoDate, to: IsoDate) => Promise<SectionAttendance>

const nothing = { learnerId: null, name: '', studentId: null, heldOn: null, onRecord: null, inSheet: null }

const whoIs = ({ learnerId, familyName, givenName, preferredName, studentId }: AttendanceRow) => ({
  learnerId,
  studentId,
  name: displayName({ familyName, givenName, preferredName }),
})

/** What a row of the sheet says that the record does not, and what of it was not understood. */
function ofRow(row: PlannedRow, sectionId: number | null): Difference[] {
  const sectionCode = row.summary.split(' · ')[0] ?? ''
  const { learnerId, name, studentId, number: rowNumber } = row
  const base = { ...nothing, sectionId, sectionCode, learnerId, name, studentId, rowNumber, problem: null }
  const values = row.changes.flatMap(({ field, before, after }): Difference[] => {
    const [what, heldOn = ''] = field.split('.')
    const sides = { heldOn, onRecord: before, inSheet: after }
    if (what === 'mark') return [{ ...base, ...sides, kind: before === null ? 'onlyInSheet' : 'differs' }]
    // A meeting that only the sheet has shows in its marks.
    if (before === null) return []
    return [{ ...base, ...sides, kind: 'length', learnerId: null, name: '', studentId: null }]
  })
  const problems = [...row.refusals, ...row.leftOut].map((problem: RowProblem): Difference => ({
    ...base,
    kind: 'notUnderstood',
    problem,
  }))
  return [...values, ...problems]
}

/** What the record says of a class in the days of the sheet, and the sheet does not. */
function notInSheet(
  plan: AttendancePlan,
  section: SectionState,
  { section: { id, code }, meetings, rows }: SectionAttendance,
  language: Language,
): Difference[] {
  const days = plan.days.get(section) ?? new Set<IsoDate>()
  const base = { ...nothing, sectionId: id, sectionCode: code, rowNumber: null, problem: null }
  const inSheet = new Set(plan.rows.flatMap(({ learnerId }) => learnerId ?? []))
  const lackingDays = meetings
    .filter(({ heldOn }) => !days.has(heldOn))
    .map(({ id: meetingId, heldOn }): Difference => {
      const marks = rows.filter((row) => row.marks.some((mark) => mark.meetingId === meetingId)).length
      return { ...base, kind: 'meetingNotInSheet', heldOn, onRecord: String(marks) }
    })
  const lackingPeople = rows
    .filter(({ learnerId }) => !inSheet.has(learnerId))
    .map((row): Difference => {
      return { ...base, ...whoIs(row), kind: 'learnerNotInSheet', onRecord: String(row.marks.length) }
    })
  const unsaid = rows
    .filter(({ learnerId }) => inSheet.has(learnerId))
    .flatMap((row) =>
      row.marks.flatMap(({ meetingId, ...mark }): Difference[] => {
        const heldOn = meetings.find((meeting) => meeting.id === meetingId)!.heldOn
        const meeting = plan.attendance.meetingOn(section, heldOn)
        const person = plan.people.byKey(`learner:${row.learnerId}`)
        const isSaid = meeting && person && plan.attendance.markOf(meeting, person)?.saidByRow !== null
        // A cell that cannot be compared is listed as such.
        const isUnclear = plan.notTaken.has(`${row.learnerId} ${heldOn}`)
        if (isSaid || isUnclear || !days.has(heldOn)) return []
        const onRecord = writeAttendance(mark, language)
        return [{ ...base, ...whoIs(row), kind: 'onlyOnRecord', heldOn, onRecord }]
      }),
    )
  return [...lackingDays, ...lackingPeople, ...unsaid]
}

/** Marks that the sheet and the record have alike. */
const agreeing = ({ attendance }: AttendancePlan) =>
  attendance.marks.filter(({ id, isChanged, saidByRow }) => id !== null && !isChanged && saidByRow !== null)
    .length

/** How a planned sheet and the record differ, both ways, by class, day and name. Nothing is written. */
export async function compareSheet(plan: AttendancePlan, onRecord: OnRecord, language: Language) {
  const codes = new Map([...plan.days.keys()].map((section) => [section.facts.code, section.id]))
  const differences = plan.rows.flatMap((row) =>
    ofRow(row, codes.get(row.summary.split(' · ')[0] ?? '') ?? null),
  )
  let days = 0
  for (const [section, ofSection] of plan.days) {
    const sorted = [...ofSection].toSorted()
    const [from, to] = [sorted[0], sorted.at(-1)]
    days += sorted.length
    if (from === undefined || to === undefined) continue
    differences.push(...notInSheet(plan, section, await onRecord(section, from, to), language))
  }
  const order = (one: Difference) => `${one.sectionCode}\n${one.heldOn ?? ''}\n${one.name}`
  return {
    learners: new Set(
      plan.rows.flatMap(({ learnerId }: Pick<PlannedRowView, 'learnerId'>) => learnerId ?? []),
    ).size,
    days,
    agreeing: agreeing(plan),
    differences: differences.toSorted((one, other) => order(one).localeCompare(order(other))),
  }
}
