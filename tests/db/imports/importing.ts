import { readFileSync } from 'node:fs'
import type { ImportCounts, PlannedRowView } from '../../../shared/contract/importPlan.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import type { ConflictChoice } from '../../../shared/values/imports.ts'
import { resultOf } from '../../helpers/resultOf.ts'
import type { signedInCore } from '../../helpers/testCore.ts'

export type TestCore = Awaited<ReturnType<typeof signedInCore>>
type Called = Pick<TestCore, 'api'>

export const sample = (name: string) => {
  const bytes = readFileSync(new URL(`../../fixtures/samples/${name}`, import.meta.url))
  return new File([new Uint8Array(bytes)], name)
}

export const textFile = (text: string, name = 'list.csv') => new File([text], name)

export { resultOf }

/** Puts a file and reads it. */
export async function opened({ api }: Called, file: File) {
  const { fileId } = await api.files.put({ file })
  return resultOf(api.imports.open({ fileId }))
}

/** The settings that the program guesses, changed by nobody unless told. */
export async function guessedSettings(
  test: Called,
  file: File,
  changed: Partial<ImportSettings> = {},
): Promise<{ openId: string; settings: ImportSettings }> {
  const { openId, likelySheet } = await opened(test, file)
  const guess = await test.api.imports.columns({ openId, sheet: likelySheet })
  return {
    openId,
    settings: {
      sheet: likelySheet,
      kind: guess.kind!,
      headingRow: guess.headingRow!,
      mapping: guess.columns.map(({ field }) => field),
      dateOrder: guess.dateOrder,
      unknownStudents: 'refuse',
      earlyReason: null,
      trackId: guess.trackId,
      credentialId: guess.credentialId,
      sectionId: guess.sectionId,
      ...changed,
    },
  }
}

export async function previewed(test: Called, file: File, changed: Partial<ImportSettings> = {}) {
  const { openId, settings } = await guessedSettings(test, file, changed)
  const { previewId, counts } = await resultOf(test.api.imports.preview({ openId, settings }))
  return { openId, previewId, counts, settings }
}

/** Every row of a plan, or those that a filter lets through. */
export async function plannedRows(
  test: Called,
  previewId: string,
  show: Parameters<TestCore['api']['imports']['rows']>[0]['show'] = 'all',
): Promise<PlannedRowView[]> {
  const { rows } = await test.api.imports.rows({ previewId, show, offset: 0, limit: 500 })
  return rows
}

/** Says of everything that somebody typed and the file contradicts which of the two counts. */
export const decideAll = ({ api }: Called, previewId: string, choice: ConflictChoice) =>
  api.imports.decide({ previewId, rowNumber: null, choice })

/** Reads, plans and applies a file; what somebody typed gives way to it. */
export async function imported(
  test: Called,
  file: File,
  changed: Partial<ImportSettings> = {},
): Promise<{ importId: number; counts: ImportCounts }> {
  const { previewId, counts } = await previewed(test, file, changed)
  if (counts.undecided > 0) await decideAll(test, previewId, 'file')
  return resultOf(test.api.imports.apply({ previewId }))
}
