/** Numbers with exactly one decimal, so that the points of a column stand under each other. */
export const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
