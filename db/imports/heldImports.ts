import { randomUUID } from 'node:crypto'
import type { ImportSettings } from '../../shared/contract/imports.ts'
import { notFound } from '../failure.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { TableFile } from '../files/tableFile.ts'
import type { ImportPlan } from './planImport.ts'
import type { Choices, PlannedRow } from './plannedRow.ts'

/** A file that was read, before anything of it is written. */
export interface OpenedTable {
  readonly fileName: string
  /** SHA-256 of its bytes. */
  readonly fingerprint: string
  readonly table: TableFile
}

/** A plan that waits for a person. */
export interface HeldPreview {
  readonly openId: string
  readonly opened: OpenedTable
  readonly settings: ImportSettings
  readonly rows: readonly PlannedRow[]
  /** Tells whether a plan made later is the same. */
  readonly signature: string
  /** The day of planning: births and tests in the future are refused. */
  readonly plannedOn: IsoDate
  /** The last audit entry before planning began: while there is no later one, no record has changed. */
  readonly auditedUpTo: number
  /** The plan with its records; taken, not copied, by the one call that writes it. */
  plan: ImportPlan | null
  readonly choices: Choices
  isApplied: boolean
}

/** A person compares two files at most; older ones make room. */
const mostKept = 2

function keepNewest(held: Map<string, unknown>): void {
  for (const id of held.keys()) {
    if (held.size <= mostKept) return
    held.delete(id)
  }
}

/** Files and plans between two calls: in memory only, forgotten at sign-out. */
export class HeldImports {
  readonly #opened = new Map<string, OpenedTable>()
  readonly #previews = new Map<string, HeldPreview>()

  holdOpened(opened: OpenedTable): string {
    const id = randomUUID()
    this.#opened.set(id, opened)
    keepNewest(this.#opened)
    return id
  }

  /** Throws `notFound` when the file was forgotten. */
  opened(openId: string): OpenedTable {
    const opened = this.#opened.get(openId)
    if (!opened) throw notFound('file')
    return opened
  }

  /** One plan for a file: a newer one replaces it. */
  holdPreview(preview: HeldPreview): string {
    this.#forgetPreviewsOf(preview.openId)
    const id = randomUUID()
    this.#previews.set(id, preview)
    keepNewest(this.#previews)
    return id
  }

  /** Throws `notFound` when the plan was forgotten or replaced. */
  preview(previewId: string): HeldPreview {
    const preview = this.#previews.get(previewId)
    if (!preview) throw notFound('file')
    return preview
  }

  forget(openId: string): void {
    this.#opened.delete(openId)
    this.#forgetPreviewsOf(openId)
  }

  forgetAll(): void {
    this.#opened.clear()
    this.#previews.clear()
  }

  #forgetPreviewsOf(openId: string): void {
    for (const [id, preview] of this.#previews) if (preview.openId === openId) this.#previews.delete(id)
  }
}
