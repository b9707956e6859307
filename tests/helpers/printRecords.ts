import { readFileSync } from 'node:fs'
import { openWorkbook, recordsOf } from './reportWorkbooks.ts'

/**
 * Prints the rows of the named table sheets of a workbook as JSON: `printRecords.ts FILE SHEET…`. A program of
 * its own, because exceljs does not load under Playwright's loader.
 */
const [path = '', ...names] = process.argv.slice(2)
const workbook = await openWorkbook(new Uint8Array(readFileSync(path)))
const records = names.map((name) => [name, recordsOf(workbook.getWorksheet(name)!)] as const)
console.log(JSON.stringify(Object.fromEntries(records)))
