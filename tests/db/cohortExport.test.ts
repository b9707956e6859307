import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileTicket } from '../../shared/contract/values.ts'
import { cohortInput, nurseAssistantTrack } from '../helpers/nurseAssistant.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let cohortId: number
beforeAll(async () => {
  core = await signedInCore()
  const track = await nurseAssistantTrack(core.core)
  const learnerIds: number[] = []
  for (const familyName of ['Aye', 'Núñez']) {
    learnerIds.push((await core.api.learners.create({ familyName })).learnerId)
  }
  const facts = { ...cohortInput(track, { seats: 5 }), memberLearnerIds: learnerIds }
  cohortId = (await core.api.cohorts.create(facts)).cohortId
  await core.api.cohorts.create(cohortInput(track, { code: 'NB-1', site: 'North' }))
  const { memberRows } = await core.api.cohorts.get({ cohortId })
  const completed = { startedOn: '2026-02-02', outcome: 'completed' as const, outcomeOn: '2026-06-12' }
  await core.api.cohorts.changeMembers({
    cohortId,
    members: [{ memberId: memberRows[0]!.memberId, ...completed, reason: null }],
  })
})
afterAll(() => core.dispose())

/** The cells of a workbook's first sheet, by heading. */
async function rowsOf(ticket: FileTicket): Promise<Record<string, ExcelJS.CellValue>[]> {
  const file = await core.api.files.take({ fileId: ticket.fileId })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await file.arrayBuffer())
  const sheet = workbook.worksheets[0]!
  const headings = (sheet.getRow(1).values as string[]).slice(1)
  return Array.from({ length: sheet.rowCount - 1 }, (_, index) =>
    Object.fromEntries(
      headings.map((heading, column) => [heading, sheet.getRow(index + 2).getCell(column + 1).value]),
    ),
  )
}

const audited = async (action: string) => {
  const rows = await core.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .select('after')
    .where('action', '=', action)
    .execute()
  return rows.map(({ after }) => JSON.parse(after!) as object)
}

test('the filtered list leaves as a workbook with its counts, and that is recorded', async () => {
  const ticket = await resultOf(core.api.cohorts.export({ site: 'Central', language: 'en' }))
  expect(ticket.name).toBe('cohorts-2026-08-01.xlsx')
  expect(await rowsOf(ticket)).toMatchObject([
    {
      Cohort: 'NA-1',
      Track: 'Nurse assistant',
      'First day': new Date('2026-02-02'),
      State: 'Ended',
      'Seats left': 3,
      Enrolled: 1,
      Completed: 1,
    },
  ])
  expect(await audited('cohorts.export')).toMatchObject([{ rowCount: 1, filters: '["Site: Central"]' }])
})

test('the members leave as a workbook in Spanish, and that is recorded', async () => {
  const ticket = await resultOf(core.api.cohorts.exportMembers({ cohortId, language: 'es' }))
  expect(ticket.name).toBe('integrantes-del-grupo-2026-08-01.xlsx')
  expect(await rowsOf(ticket)).toMatchObject([
    { Apellidos: 'Aye', Situación: 'Completó', 'Fecha del resultado': new Date('2026-06-12') },
    { Apellidos: 'Núñez', Situación: 'Todavía no empieza', 'Fecha del resultado': null },
  ])
  expect(await audited('cohorts.exportMembers')).toMatchObject([{ rowCount: 2, learnerCount: 2 }])
})
