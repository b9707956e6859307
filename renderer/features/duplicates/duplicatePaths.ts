/** The list of records that may be one person. */
export const duplicatesPath = '/duplicates'

/** Where two records become one. */
export const mergePath = (firstId: number, secondId: number): string => `/merge/${firstId}/${secondId}`
