import type { Generated } from 'kysely'

/** Files that were applied. */
export interface ImportTable {
  id: Generated<number>
  kind: string
  fileName: string
  sheetName: string | null
  fingerprint: string
  mapping: string
  counts: string
  appliedAt: string
  appliedBy: number | null
  appliedByName: string
  /** When the import was undone; null: it stands. */
  undoneAt: string | null
  undoneBy: number | null
  undoneByName: string | null
}

/** What each row of a file changed. The import's entry in the record of changes holds a hash over all of them. */
export interface ImportRowTable {
  id: Generated<number>
  importId: number
  rowNumber: number
  action: string
  subject: string
  subjectId: number
  learnerId: number | null
  before: string | null
  after: string | null
  /** Null once the contents are erased. */
  salt: string | null
  contentHash: string
  /** What became of the record when an import was undone; the hash leaves it out. */
  undone: string | null
}

/** Columns chosen before for a file with these headings. */
export interface ImportMappingTable {
  id: Generated<number>
  kind: string
  headingsKey: string
  mapping: string
  updatedAt: string
}
