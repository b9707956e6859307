import type { FileOutRemark } from '../../shared/values/filesOut.ts'
import type { IsoDate } from '../../shared/values/dates.ts'

/** The rows of a file for another system, before it has a format. */
export interface FileContent<Cell extends string | null = string> {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Everybody whose data is in it. */
  readonly learnerIds: readonly number[]
  /** How many tests or learners stayed out or lack a value, and why. */
  readonly remarks: ReadonlyMap<FileOutRemark, number>
}

/** Divides into what goes out and what stays out, with the reason of each that does. */
export function sorted<Row>(rows: readonly Row[], reasonToStayOut: (row: Row) => FileOutRemark | null) {
  const remarks = new Map<FileOutRemark, number>()
  const kept = rows.filter((row) => {
    const reason = reasonToStayOut(row)
    if (reason !== null) addTo(remarks, reason)
    return reason === null
  })
  return { kept, remarks }
}

export function addTo(remarks: Map<FileOutRemark, number>, remark: FileOutRemark): void {
  remarks.set(remark, (remarks.get(remark) ?? 0) + 1)
}

/** `2026-10-17` → `10/17/2026` */
export const americanDay = (day: IsoDate): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`

/** `2026-10-17` → `10/17/26` */
export const shortDay = (day: IsoDate | null): string =>
  day === null ? '' : `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(2, 4)}`
