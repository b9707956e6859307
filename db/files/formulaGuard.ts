const formulaLike = /^[=+\-@\t\r]/
const guarded = /^'(?=[=+\-@\t\r])/

/** Puts an apostrophe before what a spreadsheet would take for a formula when it opens a text file. */
export const guardFormula = (text: string): string => (formulaLike.test(text) ? `'${text}` : text)

/** Takes that apostrophe away again: it was never part of the value. */
export const withoutGuard = (text: string): string => text.replace(guarded, '')
