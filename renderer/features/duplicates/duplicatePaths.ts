/** The list of records that may be one person. */
export const duplicatesPath = '/duplicates'
