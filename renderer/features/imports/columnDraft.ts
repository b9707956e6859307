import type { ColumnsGuess, ImportSettings } from '../../../shared/contract/imports.ts'
import type { ImportKind, UnknownStudents } from '../../../shared/values/imports.ts'

/** What a person settled about a file, beside what the program guessed. */
export interface ColumnDraft {
  sheet: number | null
  kind: ImportKind | null
  headingRow: number | null
  trackId: number | null
  credentialId: number | null
  sectionId: number | null
  /** Fields chosen by hand, by the place of the column. */
  fields: Readonly<Record<number, string | null>>
  dateOrder: ImportSettings['dateOrder'] | null
  unknownStudents: UnknownStudents
  /** Why tests came before their hours; empty: such rows are refused. */
  earlyReason: string
}

export const firstDraft: ColumnDraft = {
  sheet: null,
  kind: null,
  headingRow: null,
  trackId: null,
  credentialId: null,
  sectionId: null,
  fields: {},
  dateOrder: null,
  unknownStudents: 'refuse',
  earlyReason: '',
}

/** Another sheet, kind or row of headings makes the columns chosen by hand mean nothing. */
export const withoutColumns = (draft: ColumnDraft, change: Partial<ColumnDraft>): ColumnDraft => ({
  ...draft,
  ...change,
  fields: {},
})

export const fieldAt = (draft: ColumnDraft, guess: ColumnsGuess, index: number): string | null => {
  const chosen = draft.fields[index]
  return chosen === undefined ? (guess.columns[index]?.field ?? null) : chosen
}

/** The settings to check the rows with; null while kind or headings are not known. */
export function settingsOf(draft: ColumnDraft, guess: ColumnsGuess): ImportSettings | null {
  if (guess.kind === null || guess.headingRow === null) return null
  return {
    sheet: guess.sheet,
    kind: guess.kind,
    headingRow: guess.headingRow,
    mapping: guess.columns.map((_, index) => fieldAt(draft, guess, index)),
    dateOrder: draft.dateOrder ?? guess.dateOrder,
    unknownStudents: draft.unknownStudents,
    earlyReason: guess.kind === 'testSummary' && draft.earlyReason.trim() !== '' ? draft.earlyReason : null,
    trackId: guess.kind === 'cohortHistory' ? guess.trackId : null,
    credentialId: guess.kind === 'cohortHistory' ? guess.credentialId : null,
    sectionId: guess.kind === 'attendance' ? (draft.sectionId ?? guess.sectionId) : null,
  }
}
