import { type LevelBand } from './levels.ts'

/** A publisher's chart as people read it: where each level begins, and where the last one ends. */
export interface CutScores {
  /** Lowest scores of levels 1 to 6; null for a level that is not measured, and for "no lowest" of level 1. */
  readonly lowest: readonly (number | null)[]
  /** Highest score of the last level; null where it has none. */
  readonly highest: number | null
}

const levels = [1, 2, 3, 4, 5, 6] as const

/**
 * The bands of a chart: each level ends one point below the next. Null while no level is entered. A level
 * left out between two others gives a band without bounds, which a table is not saved with.
 */
export function bandsOf({ lowest, highest }: CutScores): LevelBand[] | null {
  const top = lowest.findLastIndex((score) => score !== null)
  if (top < 0) return null
  return levels.slice(0, top + 1).map((level, index) => {
    const next = lowest[index + 1] ?? null
    const end = next === null ? null : next - 1
    return { level, minScore: lowest[index] ?? null, maxScore: index === top ? highest : end }
  })
}

/** The chart behind some bands, to correct it. */
export function cutScoresOf(bands: readonly LevelBand[] | null): CutScores {
  return {
    lowest: levels.map((level) => bands?.find((band) => band.level === level)?.minScore ?? null),
    highest: bands?.at(-1)?.maxScore ?? null,
  }
}
