import { addDays, type IsoDate } from '../../../shared/values/dates.ts'

/** 31 December 9999, the last day a spreadsheet knows. */
const lastSerial = 2_958_465
const days1900To1904 = 1_462

/**
 * The day that a spreadsheet's serial number stands for; its fraction, the time of day, is ignored.
 *
 * In the usual system day 1 is 1 January 1900 and day 60 a 29 February 1900 that never was (a bug kept since
 * Lotus 1-2-3), so days before it count from one day later. In the 1904 system day 0 is 1 January 1904.
 * @returns null for no day at all: negative numbers, day 0 and day 60 of the 1900 system, beyond the year 9999
 */
export function dayOfSerial(serial: number, date1904: boolean): IsoDate | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  const day = Math.floor(serial)
  if (date1904) return day + days1900To1904 > lastSerial ? null : addDays('1904-01-01', day)
  if (day === 0 || day === 60 || day > lastSerial) return null
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day)
}
