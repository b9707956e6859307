import type ExcelJS from 'exceljs'
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipOf } from '../db/files/archives.ts'
import { partsOf } from '../helpers/archiveParts.ts'
import { exportedReport, openWorkbook, shownValue, type ShownValue } from '../helpers/reportWorkbooks.ts'
import { addBenchmarks } from '../helpers/sampleBenchmarks.ts'
import { enterSampleCohorts } from '../helpers/sampleCohorts.ts'
import { signedInCore, temporaryFolder } from '../helpers/testCore.ts'

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
if (!hasLibreOffice) {
  console.warn('\n*** soffice (LibreOffice) is not installed: NO WORKBOOK WAS RECALCULATED. ***\n')
}

const folder = temporaryFolder()
let core: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  core = await signedInCore()
  const { track } = await enterSampleCohorts(core)
  await addBenchmarks(core, track.trackId)
})
afterAll(async () => {
  await core.dispose()
  folder.dispose()
})

/** The same workbook without the values that its formulas had: who shows one has calculated it. */
async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = [...(await partsOf(bytes))].map(([name, content]) => ({
    name,
    content: name.startsWith('xl/worksheets/sheet')
      ? content.toString().replace(/<\/f><v>[^<]*<\/v>|<\/f><v\/>/g, '</f>')
      : content,
  }))
  return zipOf(parts)
}

/** The workbook as LibreOffice writes it after calculating every formula. */
async function recalculated(name: string, bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const out = join(folder.path, 'recalculated')
  mkdirSync(out, { recursive: true })
  const from = join(folder.path, `${name}.xlsx`)
  writeFileSync(from, await withoutResults(bytes))
  const profile = pathToFileURL(join(folder.path, 'profile')).href
  const asked = ['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, from]
  await promisify(execFile)('soffice', [`-env:UserInstallation=${profile}`, ...asked])
  return openWorkbook(new Uint8Array(readFileSync(join(out, `${name}.xlsx`))))
}

function formulaCells(workbook: ExcelJS.Workbook): Map<string, ShownValue> {
  const found = new Map<string, ShownValue>()
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) found.set(`${sheet.name}!${cell.address}`, shownValue(cell))
      }),
    ),
  )
  return found
}

// Each report once, each language once: the formulas are the same in both, and LibreOffice takes its time.
const cases = [
  { method: 'exportCompletion', language: 'en' },
  { method: 'exportCertification', language: 'es' },
] as const

test.skipIf(!hasLibreOffice).each(cases)(
  'LibreOffice calculates what $method in $language says',
  async ({ method, language }) => {
    const { bytes } = await exportedReport(core, method, { language })
    const written = formulaCells(await openWorkbook(bytes))
    const own = formulaCells(await recalculated(`${method}-${language}`, bytes))
    expect(written.size).toBeGreaterThan(100)
    expect([...own.keys()].sort()).toEqual([...written.keys()].sort())
    const differing = [...written].filter(([address, value]) => {
      const other = own.get(address) ?? null
      // Files keep 15 significant digits or more.
      return typeof value === 'number' && typeof other === 'number'
        ? Math.abs(value - other) > 1e-14 * Math.max(1, Math.abs(value))
        : value !== other
    })
    expect(differing.map(([address, value]) => ({ address, value, other: own.get(address) }))).toEqual([])
  },
  120_000,
)
