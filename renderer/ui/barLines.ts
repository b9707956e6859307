/** About as wide as the letters of a chart get: 12 px Inter, semibold for names. */
const nameLetter = 7
const textLetter = 6.5
const between = 16

/** The words above a bar: the name in one line or several, the value beside it or in a line of its own. */
export interface BarWords {
  readonly nameLines: readonly string[]
  readonly isTextBeside: boolean
}

/** Breaks the words over a bar where they would run into each other or out of the chart, `width` in pixels. */
export function barLines(name: string, text: string, width: number): BarWords {
  if (name.length * nameLetter + text.length * textLetter + between <= width) {
    return { nameLines: [name], isTextBeside: true }
  }
  const nameLines: string[] = []
  for (const word of name.split(' ')) {
    const longer = [nameLines.at(-1), word].filter((part) => part !== undefined).join(' ')
    if (nameLines.length > 0 && longer.length * nameLetter <= width) nameLines[nameLines.length - 1] = longer
    else nameLines.push(word)
  }
  return { nameLines, isTextBeside: false }
}
