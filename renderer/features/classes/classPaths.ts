/** The list with the form of a new class over it. */
export const newClassPath = '/classes/new'

/** A class's own page. */
export const classPath = (sectionId: number): string => `/classes/${sectionId}`
