import ExcelJS from 'exceljs'
import { resultOf } from '../db/imports/importing.ts'
import { timed, type Figure } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'
import { meanwhile } from './meanwhile.ts'

/** As many rows as the workbook's detail has, written with exceljs alone. */
async function bareWorkbook({ bare }: LargeProgram): Promise<void> {
  const rows = bare
    .prepare(
      'select cohorts.code, site, familyName, givenName, entryLevel, startedOn, outcome, outcomeOn, reason from cohortMembers join cohorts on cohorts.id = cohortId join learners on learners.id = learnerId',
    )
    .all() as Record<string, string | number | null>[]
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Detail')
  for (const row of rows) sheet.addRow(Object.values(row))
  await workbook.xlsx.writeBuffer()
}

/** The completion workbook over every cohort, and how long other calls wait meanwhile. */
export async function workbookFigures(program: LargeProgram): Promise<Figure[]> {
  const { api } = program
  const [bare] = await timed(() => bareWorkbook(program))
  const {
    milliseconds,
    result: ticket,
    slowest,
  } = await meanwhile(
    () => resultOf(api.reports.exportCompletion({ filters: {}, language: 'en' })),
    () => api.cohorts.list({ limit: 10 }),
  )
  return [
    {
      name: 'Completion workbook over everything',
      milliseconds,
      aim: 5000,
      bare: { name: 'bare exceljs writing the same members', milliseconds: bare },
      note: `${(ticket.size / 1024).toFixed(0)} KiB; slowest other call meanwhile ${slowest.toFixed(0)} ms`,
    },
  ]
}
