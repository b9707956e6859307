import type { ImportKind } from '../../shared/values/imports.ts'
import { foldHeading } from '../files/findHeadings.ts'
import { attendance, hours } from './fields/classes.ts'
import { cohortHistory } from './fields/cohortHistory.ts'
import type { FieldDefinition } from './fields/definition.ts'
import { roster } from './fields/roster.ts'
import { testSummary } from './fields/testSummary.ts'

export type { FieldDefinition } from './fields/definition.ts'

export const fieldsOfKind: Readonly<Record<ImportKind, readonly FieldDefinition[]>> = {
  roster,
  testSummary,
  attendance,
  hours,
  cohortHistory,
}

/** For one kind: folded heading → field id. Our own ids are headings too. */
export function headingsOf(fields: readonly FieldDefinition[]): Map<string, string> {
  const known = new Map<string, string>()
  for (const field of fields) {
    for (const heading of [field.id, ...field.headings]) {
      const folded = foldHeading(heading)
      if (!known.has(folded)) known.set(folded, field.id)
    }
  }
  return known
}

/**
 * Headings of what the program never takes in: social security and document numbers, immigration status.
 * Such a column gives no samples and can be matched to nothing.
 */
const neverTaken =
  /\b(ssn|social security|seguro social|immigration|inmigracion|migratori[ao]|visa|passport|pasaporte|alien|a number|itin|citizen\w*|ciudadania|green card|undocumented|daca)\b/

export const isNeverTaken = (foldedHeading: string): boolean => neverTaken.test(foldedHeading)
