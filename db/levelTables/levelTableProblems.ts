import type { FieldProblem } from '../../shared/contract/failures.ts'
import type { LevelTableRecord } from '../../shared/contract/instruments.ts'

type Table = Omit<LevelTableRecord, 'id'>

const problem = (path: string, code: string, values: FieldProblem['values'] = {}): FieldProblem => ({
  path,
  code,
  values,
})

/** Bands must rise without gaps: each begins right after the one below it ends. */
function bandProblems(levels: NonNullable<Table['levels']>): FieldProblem[] {
  return levels.flatMap((band, index) => {
    const below = levels[index - 1]
    const path = `levels.${index}.minScore`
    if (band.minScore !== null && band.maxScore !== null && band.minScore > band.maxScore) {
      return [problem(path, 'instruments.bandUpsideDown', { level: band.level })]
    }
    if (!below) return []
    const isRising =
      below.maxScore !== null && band.minScore === below.maxScore + 1 && band.level === below.level + 1
    return isRising ? [] : [problem(path, 'instruments.bandGap', { level: band.level })]
  })
}

const overlap = (a: Table, b: Table) =>
  (a.effectiveFrom ?? '') <= (b.effectiveTo ?? '9999') && (b.effectiveFrom ?? '') <= (a.effectiveTo ?? '9999')

/** Why a score table can't be saved as it is; empty when it can. `others` are the program's other tables. */
export function levelTableProblems(table: Table, others: readonly Table[]): FieldProblem[] {
  const { effectiveFrom, effectiveTo, recommendedHours, possibleScores, levels } = table
  const found: FieldProblem[] = []
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo) {
    found.push(problem('effectiveTo', 'instruments.endBeforeStart'))
  }
  if (recommendedHours && recommendedHours.from > recommendedHours.to) {
    found.push(problem('recommendedHours.to', 'instruments.hoursUpsideDown'))
  }
  if (possibleScores.min !== null && possibleScores.max !== null && possibleScores.min > possibleScores.max) {
    found.push(problem('possibleScores.max', 'instruments.scoresUpsideDown'))
  }
  const clash = others.find(
    (other) =>
      other.instrument === table.instrument && other.skillArea === table.skillArea && overlap(other, table),
  )
  if (clash) found.push(problem('effectiveFrom', 'instruments.datesOverlap'))
  return [...found, ...bandProblems(levels ?? [])]
}
