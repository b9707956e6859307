/** What a file that comes in can hold. */
export const importKinds = ['roster', 'testSummary', 'cohortHistory'] as const
export type ImportKind = (typeof importKinds)[number]

/** What a row of a file does to the records. */
export const importRowStates = ['new', 'changed', 'unchanged', 'possibleDuplicate', 'refused'] as const
export type ImportRowState = (typeof importRowStates)[number]

/** What a person says of a possible duplicate: the same person, another person, or not now. */
export const importChoices = ['same', 'different', 'setAside'] as const
export type ImportChoice = (typeof importChoices)[number]

/** Which number comes first in a date such as 03/09/1981. */
export const dateOrders = ['monthFirst', 'dayFirst'] as const

export const unknownStudentChoices = ['refuse', 'add'] as const
export type UnknownStudents = (typeof unknownStudentChoices)[number]
