import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf } from '../helpers/archiveParts.ts'
import {
  exportedReport,
  openWorkbook,
  recordsOf,
  shownValue,
  type ReportMethod,
} from '../helpers/reportWorkbooks.ts'
import { cohortInput } from '../helpers/nurseAssistant.ts'
import { addBenchmarks } from '../helpers/sampleBenchmarks.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { signedInCore, testAccountName } from '../helpers/testCore.ts'
import { expected } from '../rules/sampleFiles.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let sample: Awaited<ReturnType<typeof enterSampleCohorts>>
beforeAll(async () => {
  core = await signedInCore({ today: expected.screeningDate })
  sample = await enterSampleCohorts(core)
  await addBenchmarks(core, sample.track.trackId)
})
afterAll(() => core.dispose())

const methods: readonly ReportMethod[] = ['exportCompletion', 'exportCertification']
const workbookOf = async (...asked: [ReportMethod, Parameters<typeof exportedReport>[2]?]) =>
  openWorkbook((await exportedReport(core, ...asked)).bytes)
const namesOf = (workbook: Awaited<ReturnType<typeof workbookOf>>) =>
  workbook.worksheets.map(({ name }) => name)

test('the completion workbook has its sheets in the order in which they are read', async () => {
  expect(namesOf(await workbookOf('exportCompletion'))).toEqual([
    'Summary',
    'By cohort',
    'By site',
    'By entry level',
    'Reasons for leaving',
    'Benchmarks',
    'Members',
    'Definitions',
    'About',
  ])
  expect(namesOf(await workbookOf('exportCertification', { language: 'es' }))).toEqual([
    'Resumen',
    'Por grupo',
    'Por sede',
    'Por nivel de entrada',
    'Por parte del examen',
    'Por intento',
    'Comparación',
    'Integrantes',
    'Intentos',
    'Definiciones',
    'Acerca de',
  ])
})

test('the rows by cohort are the expected counts, and their rates are exact', async () => {
  const workbook = await workbookOf('exportCompletion')
  const rows = recordsOf(workbook.getWorksheet('By cohort')!).filter(({ Cohort }) => Cohort !== 'All')
  for (const row of rows) {
    const counts = expected.cohorts[String(row.Cohort)]!
    expect(row).toMatchObject({
      Enrolled: counts.enrolled,
      Completed: counts.completed,
      Withdrew: counts.withdrew,
      Excluded: counts.excluded,
      'Still in': counts.active,
      'Did not start': counts.notStarted,
      'Completion rate': counts.completed / (counts.enrolled - counts.excluded),
    })
  }
  expect(rows).toHaveLength(6)
})

test('parts and attempts are counted as the report on screen counts them', async () => {
  const workbook = await workbookOf('exportCertification')
  const { credentials } = await core.api.reports.certification({})
  const { total, byAttempt } = credentials[0]!
  const byPart = recordsOf(workbook.getWorksheet('By exam part')!)
  expect(byPart.slice(0, 2).map((row) => [row['Took the part'], row['Passed first test']])).toEqual(
    total.parts.map(({ firstTime }) => [firstTime.denominator, firstTime.numerator]),
  )
  const attempts = recordsOf(workbook.getWorksheet('By attempt')!)
  expect(attempts.map((row) => [row.Attempt, row.Pass, row.Fail, row['No-show'], row.Waiting])).toEqual(
    byAttempt!.map(({ number, pass, fail, noShow, waiting }) => [number, pass, fail, noShow, waiting]),
  )
})

test('every number of the tables is a live formula, and none is in a workbook for outside use', async () => {
  for (const method of methods) {
    for (const audience of ['identified', 'outside'] as const) {
      const workbook = await workbookOf(method, { filters: { audience } })
      const formulas = workbook.worksheets.flatMap((sheet) => {
        const found: string[] = []
        sheet.eachRow((row) => row.eachCell((cell) => (cell.formula ? found.push(cell.formula) : 0)))
        return found
      })
      if (audience === 'outside') expect(formulas).toEqual([])
      else expect(formulas.filter((formula) => formula.includes('COUNTIFS')).length).toBeGreaterThan(50)
    }
  }
})

test('a workbook for outside use names nobody and says what it hides', async () => {
  const { bytes, name } = await exportedReport(core, 'exportCompletion', { filters: { audience: 'outside' } })
  expect(name).toBe('cohort-completion-outside-2026-08-01.xlsx')
  const texts = [...(await partsOf(bytes)).values()].map(String).join('\n')
  expect(texts).not.toContain('Learner 10')
  expect(texts).not.toMatch(/\b1041\d{3}\b/)
  const workbook = await openWorkbook(bytes)
  expect(namesOf(workbook)).toEqual([
    'Summary',
    'By site',
    'Reasons for leaving',
    'Benchmarks',
    'Definitions',
    'About',
  ])
  const central = recordsOf(workbook.getWorksheet('By site')!)[0]!
  expect(central).toMatchObject({ Site: 'Central', Completed: 42, Withdrew: 'hidden' })
})

test('headings are unique and are those of the table; tables, print areas and titles are right', async () => {
  for (const method of methods) {
    for (const language of ['en', 'es'] as const) {
      const { bytes } = await exportedReport(core, method, { language })
      const parts = await partsOf(bytes)
      const tables = [...parts]
        .filter(([name]) => name.startsWith('xl/tables/'))
        .map(([, xml]) => String(xml))
      const named = tables.map((xml) => /displayName="(\w+)"/.exec(xml)![1])
      expect(new Set(named).size).toBe(named.length)
      const workbook = await openWorkbook(bytes)
      for (const sheet of workbook.worksheets) {
        expect(sheet.pageSetup).toMatchObject({ paperSize: 1, fitToWidth: 1, fitToHeight: 0 })
        expect(sheet.hasMerges).toBe(false)
        const table = sheet.getTables()[0] as unknown as
          { table: { tableRef: string; name: string } } | undefined
        if (table === undefined) continue
        const xml = tables.find((one) => one.includes(`displayName="${table.table.name}"`))!
        const columns = [...xml.matchAll(/<tableColumn id="\d+" name="([^"]*)"/g)].map((match) => match[1])
        const [start, end] = /\bref="([A-Z]+\d+):([A-Z]+\d+)"/.exec(xml)!.slice(1) as [string, string]
        const headings = sheet.getRow(sheet.getCell(start).fullAddress.row)
        expect(columns).toEqual(columns.map((_, index) => String(headings.getCell(index + 1).value)))
        expect(new Set(columns.map((name) => name!.toLowerCase())).size).toBe(columns.length)
        expect(sheet.getCell(end).fullAddress.col).toBe(columns.length)
        const titles = sheet.getCell(start).fullAddress.row
        expect(sheet.pageSetup.printTitlesRow).toBe(`${titles}:${titles}`)
        const area = `'${sheet.name}'!$A$1:$${end.replace(/\d+/, '')}$`
        expect(String(parts.get('xl/workbook.xml')).replaceAll('&apos;', "'")).toContain(area)
        if (titles === 1) expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      }
      const properties = String(parts.get('docProps/core.xml'))
      expect(properties).toContain(`<dc:language>${language}</dc:language>`)
      expect(properties).toContain(`<dc:creator>${testAccountName}</dc:creator>`)
    }
  }
})

test('without a cohort the workbook still opens, with nothing due', async () => {
  for (const method of methods) {
    const workbook = await workbookOf(method, { filters: { cohortIds: [] } })
    const sentences = workbook.worksheets[0]!.getColumn(1).values.map(String)
    expect(sentences).toContain('No cohort fits the filters.')
  }
})

test('who took out what, for whom and why is on record', async () => {
  await exportedReport(core, 'exportCertification', {
    filters: { audience: 'outside', trackId: sample.track.trackId, asOf: '2026-06-30' },
    note: 'Grant report',
    language: 'es',
  })
  const row = await core.core
    .requireOpen()
    .file.reader.selectFrom('auditEntries')
    .selectAll()
    .where('action', '=', 'reports.exportCertification')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(row.accountName).toBe(testAccountName)
  expect(JSON.parse(row.after!)).toMatchObject({
    content: 'certificationReport',
    audience: 'inside',
    purposeNote: 'Grant report',
    learnerCount: 0,
    filters: JSON.stringify([
      'Uso externo: sin nombres, con cantidades pequeñas ocultas',
      '30 de junio de 2026',
      'Carrera: Asistente de enfermería',
    ]),
  })
})

test('the summary says the main numbers in sentences and in a table', async () => {
  const sheet = (await workbookOf('exportCompletion')).getWorksheet('Summary')!
  const lines = sheet.getColumn(1).values.map((value) => String(value ?? ''))
  expect(lines).toContain('6 cohorts; 91 people enrolled on or before August 1, 2026.')
  expect(lines).toContain('Completion rate: 62 of 89, 69.7%.')
  expect(lines).toContain('Completion rate: 8.7 percentage points below “Day class” (78.4%).')
  const row = sheet.getRow(lines.indexOf('Completion rate'))
  expect([2, 3, 4, 5].map((column) => shownValue(row.getCell(column)))).toEqual([
    62,
    89,
    62 / 89,
    'not final',
  ])
})

test('text that begins like a formula stays text, codes that look like criteria are counted as they are', async () => {
  const { api } = core
  const codes = ['>0', 'NA*', '01', '1', '=5']
  const cohortIds: number[] = []
  for (const [index, code] of codes.entries()) {
    const learner = await api.learners.create({
      familyName: '=1+1',
      givenName: '@you',
      studentId: `-${index}`,
    })
    const { cohortId } = await api.cohorts.create({
      ...cohortInput(sample.track, { code, site: '+East' }),
      memberLearnerIds: [learner.learnerId],
    })
    cohortIds.push(cohortId)
  }
  const workbook = await workbookOf('exportCompletion', { filters: { cohortIds } })
  const rows = recordsOf(workbook.getWorksheet('By cohort')!).slice(0, codes.length)
  expect(rows.map((row) => row.Cohort).sort()).toEqual([...codes].sort())
  for (const row of rows) expect(row).toMatchObject({ 'Not started yet': 1, 'Completion rate': 'none due' })
  const member = recordsOf(workbook.getWorksheet('Members')!)[0]!
  expect(member).toMatchObject({
    'Family name': '=1+1',
    'Given name': '@you',
    'Student ID': expect.stringMatching(/^-\d$/),
    Site: '+East',
  })
  const members = workbook.getWorksheet('Members')!
  members.getRow(2).eachCell((cell) => expect(cell.formula).toBeUndefined())
})
