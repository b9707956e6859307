import type { AttendanceRow } from '../../shared/contract/attendance.ts'
import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { longestMeeting } from '../../shared/rules/attendance.ts'
import { likelyMeetings } from '../../shared/rules/likelyMeetings.ts'
import { attendanceLetters, writeAttendance } from '../../shared/values/attendanceText.ts'
import { addDays, daysBetween, type IsoDate } from '../../shared/values/dates.ts'
import { listName } from '../../shared/values/names.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { dateWords } from '../audit/words/dateWords.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { invalidFields } from '../failure.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { disclosureFacts, exportFacts, holdWorkbook } from '../workbooks/holdWorkbook.ts'
import { sheetName } from '../workbooks/sheetStyles.ts'
import type { AttendanceColumn, AttendanceSheet } from '../workbooks/workbookContent.ts'
import { sectionAttendance } from './sectionAttendance.ts'

type Input = {
  sectionIds: readonly number[]
  from: IsoDate
  to: IsoDate
  language: Language
  disclosure: Disclosure
}
type Call = QueryCall<Input> & LongWork

/** Empty columns for meetings that nobody foresaw. */
const roomForMore = 4
const longestSpan = 366
/** Days of meetings looked at to tell on which days a class meets. */
const daysBefore = 60

function refuseImpossibleSpan({ from, to }: Input): void {
  const code = to < from ? 'endsBeforeStart' : daysBetween(from, to) > longestSpan ? 'spanTooLong' : null
  if (code !== null) throw invalidFields([{ path: 'to', code: `attendance.${code}`, values: {} }])
}

async function lastDayOf({ db }: Pick<Call, 'db'>, sectionId: number): Promise<IsoDate | null> {
  const row = await db.selectFrom('sections').select('endDate').where('id', '=', sectionId).executeTakeFirst()
  return row?.endDate ?? null
}

/** The class as it is noted, with the days on which it will likely meet. */
async function classOf(call: Call, sectionId: number) {
  const { db, input, today, sight } = call
  const { from, to } = input
  const shown = await sectionAttendance(db, { sectionId, from, to }, today, sight)
  const earlier = await db
    .selectFrom('meetings')
    .select('heldOn')
    .where('sectionId', '=', sectionId)
    .where('heldOn', '>=', addDays(from, -daysBefore))
    .where('heldOn', '<=', to)
    .execute()
  const ends = await lastDayOf(call, sectionId)
  const likely = likelyMeetings(
    earlier.map(({ heldOn }) => heldOn),
    ends !== null && ends < to ? ends : to,
  ).filter((day) => day >= from)
  const columns: AttendanceColumn[] = [
    ...shown.meetings.map(({ heldOn, minutes }) => ({ heldOn, minutes })),
    ...likely.map((heldOn) => ({ heldOn, minutes: shown.usualMinutes })),
    ...Array.from({ length: roomForMore }, () => ({ heldOn: null, minutes: null })),
  ]
  return { ...shown, columns }
}
type Class = Awaited<ReturnType<typeof classOf>>

function sheetOf(
  { section, meetings, rows, columns }: Class,
  name: string,
  { from, to, language }: Input,
  t: Translate,
): AttendanceSheet {
  const { late, ...others } = attendanceLetters[language]
  const day = (iso: IsoDate) => dateWords(iso, language)
  const marksOf = ({ marks }: AttendanceRow) => {
    const texts = new Map(marks.map((mark) => [mark.meetingId, writeAttendance(mark, language)]))
    return columns.map((_, index) => texts.get(meetings[index]?.id ?? 0) ?? null)
  }
  return {
    kind: 'attendance',
    name,
    code: section.code,
    title: t('attendance.sheet.title', { code: section.name, from: day(from), to: day(to) }),
    notes: [t('attendance.sheet.legend'), t('attendance.sheet.howTo')],
    columns,
    rows: rows.map((row) => ({ name: listName(row), studentId: row.studentId, marks: marksOf(row) })),
    letters: { alone: Object.values(others), withMinutes: late },
    longestMeeting,
    texts: {
      studentName: t('attendance.sheet.studentName'),
      studentId: t('attendance.sheet.studentId'),
      minutes: t('attendance.sheet.minutes'),
      wrongMark: t('attendance.sheet.wrongMark'),
      wrongMinutes: t('attendance.sheet.wrongMinutes'),
      wrongDay: t('attendance.sheet.wrongDay'),
    },
  }
}

/** Excel takes 31 characters and no two names that differ in case alone. */
function sheetNames(codes: readonly string[]): string[] {
  const taken = new Set<string>()
  return codes.map((code) => {
    let name = sheetName(code)
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${sheetName(code).slice(0, 27)} (${number})`
    taken.add(name.toLowerCase())
    return name
  })
}

/** Makes the workbook of one class or several, records that it goes out, and holds it to be fetched. */
export async function attendanceWorkbook(call: Call): Promise<FileTicket> {
  const { db, input, caller, today, now, progress } = call
  refuseImpossibleSpan(input)
  const { language, disclosure } = input
  const sectionIds = [...new Set(input.sectionIds)]
  const t = translator(language)
  const classes: Class[] = []
  for (const sectionId of sectionIds) {
    await progress('readingRows', classes.length, sectionIds.length)
    classes.push(await classOf(call, sectionId))
  }
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const codes = classes.map(({ section }) => section.code)
  const names = sheetNames(codes)
  const learnerIds = new Set(classes.flatMap(({ rows }) => rows.map(({ learnerId }) => learnerId)))
  const rowCount = classes.reduce((sum, { rows }) => sum + rows.length, 0)
  const span = { from: dateWords(input.from, language), to: dateWords(input.to, language) }
  const filters = [
    t('attendance.sheet.classes', { codes: codes.join(', ') }),
    t('attendance.sheet.span', span),
  ]
  await progress('writingWorkbook', rowCount, rowCount)
  return holdWorkbook(
    call,
    {
      language,
      title: t('attendance.sheet.titleOfSeveral'),
      author: caller.name,
      program: program.name,
      createdAt: now,
      pageHeader: program.name,
      sheets: [
        ...classes.map((one, index) => sheetOf(one, names[index]!, input, t)),
        {
          kind: 'facts',
          name: t('workbooks.about'),
          facts: [
            { label: t('workbooks.program'), value: program.name },
            { label: t('workbooks.asOf'), value: dateWords(today, language) },
            { label: t('workbooks.filters'), value: filters.join('\n') },
            ...disclosureFacts(disclosure, t),
            ...exportFacts(call, t),
            { label: t('workbooks.care'), value: t('workbooks.careText') },
          ],
        },
      ],
    },
    {
      method: 'attendance.sheet',
      content: 'attendanceSheet',
      disclosure,
      learnerIds: [...learnerIds],
      rowCount,
      filters,
      fileName: t('attendance.sheet.fileName'),
    },
  )
}
