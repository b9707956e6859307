import { hash as digest, randomBytes } from 'node:crypto'

/** The hash before the first entry. */
export const chainStart = ''

const sha256 = (text: string): string => digest('sha256', text, 'base64url')

/** What an entry says, as it is stored: JSON text or null. */
export interface StoredContents {
  before: string | null
  after: string | null
}

/** An entry without its contents, which stand in it by their hash. */
export interface HashedEntry {
  id: number
  at: string
  accountId: number | null
  accountName: string
  action: string
  subject: string | null
  subjectId: number | null
  learnerId: number | null
  contentHash: string
}

/** A row of an import without its contents. */
export interface HashedImportRow {
  rowNumber: number
  action: string
  subject: string
  subjectId: number
  learnerId: number | null
  contentHash: string
}

/** 128 random bits: without them nobody finds out erased contents by trying what they may have been. */
export const newSalt = (): string => randomBytes(16).toString('base64url')

/** The hash of what an entry says. JSON keeps the parts apart, so that no two entries read the same. */
export const contentHashOf = (salt: string, { before, after }: StoredContents): string =>
  sha256(JSON.stringify([salt, before, after]))

/** The hash of an entry: it holds the one before, so that none can be changed, removed or put in between. */
export const entryHashOf = (previousHash: string, entry: HashedEntry): string =>
  sha256(
    JSON.stringify([
      previousHash,
      entry.id,
      entry.at,
      entry.accountId,
      entry.accountName,
      entry.action,
      entry.subject,
      entry.subjectId,
      entry.learnerId,
      entry.contentHash,
    ]),
  )

/** One hash over all rows of an import, in whatever order they come. */
export function importRowsHashOf(importId: number, rows: readonly HashedImportRow[]): string {
  const each = rows.map((row) =>
    sha256(
      JSON.stringify([
        importId,
        row.rowNumber,
        row.action,
        row.subject,
        row.subjectId,
        row.learnerId,
        row.contentHash,
      ]),
    ),
  )
  return sha256(each.sort().join('\n'))
}

/** One hash over the learners of a disclosure, in whatever order they come. */
export const learnersHashOf = (disclosureId: number, learnerIds: readonly number[]): string =>
  sha256(JSON.stringify([disclosureId, [...learnerIds].sort((a, b) => a - b)]))
