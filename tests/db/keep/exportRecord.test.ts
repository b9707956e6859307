import type ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { failureOf } from '../../helpers/failureOf.ts'
import { fullRecord, personalWords } from '../../helpers/fullRecord.ts'
import { openWorkbook, recordsOf } from '../../helpers/reportWorkbooks.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import { signedInCore } from '../../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
let record: Awaited<ReturnType<typeof fullRecord>>
beforeAll(async () => {
  core = await signedInCore()
  record = await fullRecord(core)
})
afterAll(() => core.dispose())

async function exported(learnerId: number, language: 'en' | 'es' = 'en') {
  const { fileId, name } = await resultOf(core.api.keep.exportRecord({ learnerId, language }))
  const file = await core.api.files.take({ fileId })
  return { name, workbook: await openWorkbook(new Uint8Array(await file.arrayBuffer())) }
}

const sheet = (workbook: ExcelJS.Workbook, name: string) => workbook.getWorksheet(name)!
const textOf = (workbook: ExcelJS.Workbook) =>
  workbook.worksheets.map((one) => JSON.stringify(one.getSheetValues())).join('\n')

test('everything on record is in the workbook, a sheet for each kind', async () => {
  const { workbook, name } = await exported(record.learnerId)
  expect(name).toBe('record-2026-08-01.xlsx')
  expect(workbook.worksheets.map((one) => one.name)).toEqual([
    'Person',
    'Phones',
    'Classes',
    'Tests',
    'Hours',
    'Documents and steps',
    'Waivers',
    'Screenings',
    'Screening answers',
    'Decisions',
    'Waiting lists',
    'Cohorts',
    'Exams',
    'Accepted findings',
    'Changes',
    'Exports and prints',
    'About',
  ])
  const text = textOf(workbook)
  expect(personalWords.filter((word) => !text.includes(word))).toEqual([])
  expect(text).not.toContain('AB-100001')
})

test('the sheets say it in words, with who and when', async () => {
  const { workbook } = await exported(record.learnerId)
  expect(recordsOf(sheet(workbook, 'Cohorts'))).toMatchObject([
    { Cohort: 'NA-1', Outcome: 'Withdrew', Reason: 'Other reason', Note: 'hedgehog leaving' },
  ])
  expect(recordsOf(sheet(workbook, 'Exams'))).toMatchObject([
    { 'Exam part': 'Knowledge', Attempt: 1, Result: 'Pass' },
    { 'Exam part': 'Skills', Attempt: 1, Result: 'Fail' },
  ])
  expect(recordsOf(sheet(workbook, 'Decisions'))).toMatchObject([
    { Decision: 'Waiting list', Reason: 'pelican decision', By: 'Alma Rivera' },
  ])
  const changes = recordsOf(sheet(workbook, 'Changes'))
  expect(changes.length).toBeGreaterThan(10)
  expect(changes.every(({ By, What }) => By === 'Alma Rivera' && What !== null)).toBe(true)
  expect(recordsOf(sheet(workbook, 'Exports and prints'))).toContainEqual(
    expect.objectContaining({ Recipient: 'Quillonia Zyxwerth' }),
  )
})

test('in Spanish, and kinds without an entry have no sheet but a line', async () => {
  const { workbook, name } = await exported(record.other, 'es')
  expect(name).toBe('expediente-2026-08-01.xlsx')
  const names = workbook.worksheets.map((one) => one.name)
  expect(names).toContain('Evaluaciones')
  expect(names).not.toContain('Listas de espera')
  expect(JSON.stringify(workbook.worksheets.at(-1)!.getSheetValues())).toContain(
    '"Listas de espera","Nada registrado"',
  )
})

test('the export is kept among the disclosures of the person, and not for every role', async () => {
  const { rows } = await core.api.audit.disclosures({ learnerId: record.learnerId })
  expect(rows[0]).toMatchObject({ content: 'learnerRecord', audience: 'inside', learnerCount: 1 })
  const { caller } = core.core
  core.core.accountChanged({ ...caller!, roles: ['instructor'] })
  const refused = core.api.keep.exportRecord({ learnerId: record.learnerId, language: 'en' })
  expect((await failureOf(resultOf(refused))).kind).toBe('notAllowed')
  core.core.accountChanged(caller!)
})
