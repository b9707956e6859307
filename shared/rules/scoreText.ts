import { levelOfScore, pointsToNextLevel, type Level, type LevelTable } from './levels.ts'

/** What stands where a score is expected, as publishers and people write it. */
export interface ReadScore {
  /** The scale score; null if what stands there is not a number. */
  readonly score: number | null
  /** False for a score that the publisher marks as not to be relied on. */
  readonly accurate: boolean
  /** The text as it is kept and shown: one spelling for each result. */
  readonly text: string
}

const number = /^(\d{1,4})(\*?)$/
const withoutNumber: Readonly<Record<string, Omit<ReadScore, 'score'>>> = {
  '*': { text: '*', accurate: false },
  'N/A': { text: 'N/A', accurate: true },
  NA: { text: 'N/A', accurate: true },
  'O/R': { text: 'O/R', accurate: false },
  OR: { text: 'O/R', accurate: false },
}

/**
 * Reads a score as printed: `212`; `*` (CASAS: inaccurate); `N/A` (civics); `O/R` (TABE CLAS-E: out of
 * range); `556*` (TABE CLAS-E: very high for the test's level, still a score). Null if it is none of these.
 */
export function readScore(typed: string): ReadScore | null {
  const text = typed.trim().toUpperCase()
  const digits = number.exec(text)
  if (digits) {
    const score = Number(digits[1])
    return { score, accurate: true, text: `${score}${digits[2]}` }
  }
  const known = Object.hasOwn(withoutNumber, text) ? withoutNumber[text] : undefined
  return known === undefined ? null : { score: null, ...known }
}

/** What a typed score means in one table. */
export interface ScoreReading extends ReadScore {
  readonly level: Level | null
  /** Scale-score points to the next level up; null where there is none or it is not known. */
  readonly pointsToNext: number | null
}

/**
 * A typed score with its level: the page shows it while the person types, the core stores it. Null if the
 * text is no score; the level is null without a table, a chart or a number.
 */
export function readScoreInTable(table: LevelTable | null, typed: string): ScoreReading | null {
  const read = readScore(typed)
  if (read === null) return null
  return {
    ...read,
    level: levelOfScore(table, read.score),
    pointsToNext: pointsToNextLevel(table, read.score),
  }
}

/** What is to be said of a recorded score beside its number. */
export type ScoreRemark =
  /** The publisher does not rely on it: it counts nowhere, and the learner may be tested again at once. */
  | 'inaccurate'
  /** TABE CLAS-E: below what the test measures; it counts nowhere, and an easier test may follow at once. */
  | 'outOfRange'
  /** Civics and the like: there is no scale score. */
  | 'noScore'
  /** TABE CLAS-E `556*`: very high for the test's level. It counts; a harder test comes next. */
  | 'aboveLevel'
  /** CASAS: above what the form measures well, so at least this much. It counts; a harder form comes next. */
  | 'conservative'

/** What is to be said of a score; null for a plain one. */
export function scoreRemark(test: {
  readonly scoreText: string
  readonly accurate: boolean
  readonly conservativeEstimate: boolean
}): ScoreRemark | null {
  if (!test.accurate) return test.scoreText === 'O/R' ? 'outOfRange' : 'inaccurate'
  if (!/^\d/.test(test.scoreText)) return 'noScore'
  if (test.scoreText.endsWith('*')) return 'aboveLevel'
  return test.conservativeEstimate ? 'conservative' : null
}
