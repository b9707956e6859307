import type { ColumnsGuess, ImportSettings, OpenedFile } from '../../shared/contract/imports.ts'
import type { ImportKind } from '../../shared/values/imports.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { notFound } from '../failure.ts'
import { foldHeading, type Headings } from '../files/findHeadings.ts'
import type { TableSheet } from '../files/tableFile.ts'
import { tidy } from '../files/values.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import type { ExamPart } from './attemptFields.ts'
import {
  dataRows,
  dateOrderOf,
  fieldsToOffer,
  guessColumns,
  guessKind,
  headingsOfSheet,
  likelySheet,
} from './guessColumns.ts'
import { isNeverTaken } from './fields.ts'
import { recognizeLayout } from './recognizeLayout.ts'
import type { OpenedTable } from './heldImports.ts'
import { likelySection } from './likelySection.ts'

type Db = Pick<Reader, 'selectFrom'>

const firstRowsShown = 20
const rowTextLength = 120
const dateFields =
  /^(birthDate|testedOn|sectionStart|sectionEnd|startDate|endDate|startedOn|outcomeOn|attemptDate|heldOn|period)/

/** What to say of a file that was read. */
export const openedFileOf = (openId: string, { fileName, table }: OpenedTable): OpenedFile => ({
  openId,
  fileName,
  format: table.kind,
  sheets: table.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    rowCount: sheet.rows.length,
    looksKnown: (headingsOfSheet(sheet, null)?.knownCount ?? 0) > 0,
  })),
  likelySheet: likelySheet(table),
})

/** The sheet at a place; throws `notFound`. */
export function sheetAt(opened: OpenedTable, place: number): TableSheet {
  const sheet = opened.table.sheets[place]
  if (!sheet) throw notFound('file')
  return sheet
}

/** The key by which the columns chosen for a file are found again. */
export const headingsKey = (headings: readonly string[]) => headings.map(foldHeading).join('|')

/** What is remembered of a file with the same headings. */
export interface RememberedColumns {
  mapping: (string | null)[]
  dateOrder: ImportSettings['dateOrder']
}

async function remembered(
  db: Db,
  kind: ImportKind,
  headings: readonly string[],
): Promise<RememberedColumns | null> {
  const row = await db
    .selectFrom('importMappings')
    .select('mapping')
    .where('kind', '=', kind)
    .where('headingsKey', '=', headingsKey(headings))
    .executeTakeFirst()
  return row ? (JSON.parse(row.mapping) as RememberedColumns) : null
}

/** Exam parts of one credential; none when there is none. */
export async function partsOf(db: Db, credentialId: number | null): Promise<ExamPart[]> {
  if (credentialId === null) return []
  const row = await db
    .selectFrom('credentials')
    .select('parts')
    .where('id', '=', credentialId)
    .executeTakeFirst()
  return row ? (JSON.parse(row.parts) as ExamPart[]) : []
}

/** Tracks and credentials to choose from, and the track that a sheet's or file's name speaks of. */
async function trackChoices(db: Db, names: readonly string[]) {
  const tracks = await db
    .selectFrom('tracks')
    .select(['id', 'code', 'nameEn', 'nameEs'])
    .orderBy('id')
    .execute()
  const credentials = await db
    .selectFrom('credentials')
    .select(['id', 'trackId', 'nameEn', 'nameEs'])
    .where('active', '=', 1)
    .orderBy('id')
    .execute()
  const folded = names.map(foldForSearch)
  const spokenOf = tracks.find(({ nameEn, nameEs }) =>
    [nameEn, nameEs].some((name) => folded.some((text) => text.includes(foldForSearch(name)))),
  )
  return {
    tracks: tracks.map(({ id, nameEn: en, nameEs: es }) => ({ id, name: { en, es } })),
    credentials: credentials.map(({ id, trackId, nameEn: en, nameEs: es }) => ({
      id,
      trackId,
      name: { en, es },
    })),
    likely: spokenOf?.id ?? (tracks.length === 1 ? tracks[0]!.id : null),
  }
}

/** The first rows in words, to choose the headings from; values that are never taken stay out of sight. */
function firstRows(sheet: TableSheet, headings: Headings | null): ColumnsGuess['firstRows'] {
  const never = (headings?.headings ?? []).map((heading) => isNeverTaken(foldForSearch(heading)))
  return sheet.rows
    .filter((row) => !row.blank)
    .slice(0, firstRowsShown)
    .map(({ number, cells }) => ({
      number,
      text: cells
        .map((cell, index) => (never[index] && number !== headings?.rowNumber ? '…' : tidy(cell)))
        .join(' · ')
        .slice(0, rowTextLength),
    }))
}

interface Asked {
  openId: string
  sheet: number | null
  kind: ImportKind | null
  headingRow: number | null
  trackId: number | null
  credentialId: number | null
}

/** What a sheet seems to hold; whatever the person settled already stays as it is. */
export async function describeColumns(
  db: Db,
  opened: OpenedTable,
  asked: Asked,
  sight: Sight,
): Promise<ColumnsGuess> {
  const place = asked.sheet ?? likelySheet(opened.table)
  const sheet = sheetAt(opened, place)
  const headings = headingsOfSheet(sheet, asked.headingRow)
  const kind = asked.kind ?? (headings ? guessKind(headings.headings) : null)
  const choices = await trackChoices(db, [sheet.name, opened.fileName])
  const trackId = asked.trackId ?? choices.likely
  const ofTrack = choices.credentials.filter((credential) => credential.trackId === trackId)
  const credentialId = ofTrack.find(({ id }) => id === asked.credentialId)?.id ?? ofTrack[0]?.id ?? null
  const base = {
    file: openedFileOf(asked.openId, opened),
    sheet: place,
    kind,
    layout: headings ? recognizeLayout(headings.headings) : null,
    headingRow: headings?.rowNumber ?? null,
    firstRows: firstRows(sheet, headings),
    tracks: choices.tracks,
    credentials: choices.credentials,
    trackId,
    credentialId,
    sectionId: await likelySection(db, opened, { sheet, headings }, sight),
  }
  if (!headings || kind === null) {
    return { ...base, columns: [], fields: [], dateOrder: 'monthFirst', isRemembered: false, rowCount: 0 }
  }
  const parts = await partsOf(db, credentialId)
  const guessed = guessColumns(sheet, headings, kind, parts)
  const memory = await remembered(
    db,
    kind,
    guessed.map(({ heading }) => heading),
  )
  const fields = fieldsToOffer(kind, headings.headings, parts)
  const offered = new Set(fields.map(({ id }) => id))
  const columns = guessed.map((column, index) => {
    const field = memory ? (memory.mapping[index] ?? null) : column.field
    return { ...column, field: field !== null && offered.has(field) && !column.isNeverTaken ? field : null }
  })
  const dated = columns.flatMap(({ field }, index) => (field && dateFields.test(field) ? [index] : []))
  const days = columns.flatMap(({ field, heading }) => (field === 'meetingDay' ? [heading] : []))
  return {
    ...base,
    columns,
    fields,
    dateOrder: dateOrderOf(sheet, headings, dated, days) ?? memory?.dateOrder ?? 'monthFirst',
    isRemembered: memory !== null,
    rowCount: dataRows(sheet, headings).length,
  }
}
