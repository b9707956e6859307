/** How an attendance sheet and the record can differ. */
export const sheetDifferences = [
  'differs',
  'onlyInSheet',
  'onlyOnRecord',
  'length',
  'meetingNotInSheet',
  'learnerNotInSheet',
  'notUnderstood',
] as const
export type SheetDifference = (typeof sheetDifferences)[number]
