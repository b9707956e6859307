import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type ExcelJS from 'exceljs'
import { createRequire } from 'node:module'
import { isoDateOf, type IsoDate } from '../../shared/values/dates.ts'
import { type AssessmentFact } from '../../shared/rules/levels.ts'
import { type AttemptFact } from '../../shared/rules/certification.ts'
import { type MemberFact } from '../../shared/rules/completion.ts'

// Playwright's loader cannot link this package when it is imported.
const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof ExcelJS

// A plain reader of the three sample files, apart from the app's own import, so that the rules are
// checked against `expected.json` without it.

const folder = fileURLToPath(new URL('../fixtures/samples/', import.meta.url))

interface CohortCounts {
  enrolled: number
  notStarted: number
  completed: number
  withdrew: number
  excluded: number
  active: number
  testedKnowledge: number
  testedSkills: number
  firstKnowledge: number
  firstSkills: number
  testedBoth: number
  firstBoth: number
  certified: number
  completersNotTested: number
}

export interface Expected {
  screeningDate: IsoDate
  cohortStart: IsoDate
  rosterRows: number
  rosterRejected: string[]
  rosterDuplicatesProposed: string[]
  testRows: number
  newestLevel: Record<'reading' | 'listening', Record<string, number>>
  nurseAssistantScreening: Record<string, number>
  nurseAssistantScreeningByStudent: Record<string, string>
  cohorts: Record<string, CohortCounts>
}

export const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as Expected

/** A day written as in the files: 2026-08-01, 8/1/2026 or 08/01/26. */
function dayOf(text: string): IsoDate | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (iso) return isoDateOf(+iso[1]!, +iso[2]!, +iso[3]!)
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text)
  if (!american) return null
  const year = +american[3]!
  return isoDateOf(year < 100 ? 2000 + year : year, +american[1]!, +american[2]!)
}

export interface RosterPerson {
  id: string
  familyName: string
  givenName: string
  birthDate: IsoDate
  phone: string
}

/** The rows of the roster that can be taken, and the ids of those that must be refused. */
export function readRoster(): { people: RosterPerson[]; refused: string[] } {
  const rows = parse(readFileSync(`${folder}esl-roster.csv`), { bom: true, trim: true }) as string[][]
  const people: RosterPerson[] = []
  const refused: string[] = []
  for (const [id, familyName, givenName, born, phone] of rows.slice(1)) {
    if (!id) continue
    const birthDate = dayOf(born ?? '')
    if (!familyName || !givenName || birthDate === null || birthDate > expected.screeningDate)
      refused.push(id)
    else people.push({ id, familyName, givenName, birthDate, phone: phone ?? '' })
  }
  return { people, refused }
}

async function rowsOf(file: string): Promise<ExcelJS.CellValue[][]> {
  const workbook = new Workbook()
  await workbook.xlsx.readFile(folder + file)
  const rows: ExcelJS.CellValue[][] = []
  workbook.worksheets[0]!.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)))
  return rows
}

/** Assessments by student code; civics forms measure no skill and are left out. */
export async function readTests(): Promise<{ rows: number; byStudent: Map<string, AssessmentFact[]> }> {
  const all = await rowsOf('student-test-summary.xlsx')
  const body = all.slice(all.findIndex((row) => row[0] === 'Class Code') + 1)
  const byStudent = new Map<string, AssessmentFact[]>()
  for (const row of body) {
    const student = String(row[5])
    const form = String(row[10])
    const score = String(row[11])
    const area = form.endsWith('R') ? 'reading' : form.endsWith('L') ? 'listening' : null
    if (area === null) continue
    const fact: AssessmentFact = {
      testedOn: dayOf(String(row[9]))!,
      instrument: area === 'reading' ? 'CASAS Reading STEPS' : 'CASAS Listening STEPS',
      skillArea: area,
      form,
      score: /^\d+$/.test(score) ? Number(score) : null,
      inaccurate: row[13] === 'No',
      voided: false,
    }
    byStudent.set(student, [...(byStudent.get(student) ?? []), fact])
  }
  return { rows: body.length, byStudent }
}

export interface CohortRow {
  cohort: string
  learnerId: string
  member: MemberFact
  attempts: AttemptFact[]
}

const outcomes = {
  Completed: 'completed',
  Withdrew: 'withdrew',
  Excluded: 'excluded',
  'Did not start': 'didNotStart',
} as const
const reasons: Record<string, MemberFact['reason']> = {
  'moved away': 'movedAway',
  transport: 'transport',
  'clinical hours not met': 'clinicalHoursNotMet',
  health: 'health',
  'child care': 'childCare',
  'medical over 90 days': 'medicalOver90Days',
}
const results = { pass: 'pass', fail: 'fail', 'no-show': 'noShow' } as const

function cellDay(cell: ExcelJS.CellValue): IsoDate | null {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : null
}

/** The members of all cohorts with their attempts. */
export async function readCohorts(): Promise<CohortRow[]> {
  const [, ...body] = await rowsOf('nurse-assistant-cohorts.xlsx')
  return body.map((row) => {
    const attempts: AttemptFact[] = []
    for (let column = 12; column < row.length; column += 2) {
      const takenOn = cellDay(row[column])
      if (takenOn === null) continue
      attempts.push({
        part: (column - 12) % 4 === 0 ? 'knowledge' : 'skills',
        takenOn,
        result: results[row[column + 1] as keyof typeof results],
        sequence: Math.floor((column - 12) / 4) + 1,
        resultOn: null,
      })
    }
    return {
      cohort: String(row[0]),
      learnerId: String(row[4]),
      member: {
        startedOn: cellDay(row[8]),
        outcome: outcomes[row[9] as keyof typeof outcomes] ?? null,
        outcomeOn: cellDay(row[10]),
        reason: reasons[String(row[11])] ?? null,
      },
      attempts,
    }
  })
}
