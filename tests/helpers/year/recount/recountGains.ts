import { daysLater, monthsLater } from './days.ts'
import type { Rows, Test } from './plainRows.ts'
import { hoursBetween, isUsable, levelOf, tableOf, type ByLearner } from './recountTests.ts'

/** A group of learners in one area of a program year. */
export interface Gains {
  preTested: number
  postTested: number
  gained: number
  levelsGained: number
}

const nobody = (): Gains => ({ preTested: 0, postTested: 0, gained: 0, levelsGained: 0 })

/** The newest test of the twelve months before the year whose generation still counts in it, or the first in it. */
function preTestOf(rows: Rows, tests: readonly Test[], from: string): Test | undefined {
  const carried = tests.findLast(({ testedOn }) => testedOn < from && testedOn >= monthsLater(from, -12))
  const endsOn = carried && (tableOf(rows.tables, carried)?.effectiveTo ?? '9999')
  return carried && endsOn! >= from ? carried : tests.find(({ testedOn }) => testedOn >= from)
}

/**
 * What was gained in the program year that ends in `year`, by area and entry level (`total` for all): a post-test of
 * the same generation, on another form, after the minimum hours, that neither day of testing counts in.
 */
export function gainsOf(
  rows: Rows,
  of: ByLearner,
  seen: ReadonlySet<number>,
  year: number,
  today: string,
): Map<string, Gains> {
  const from = `${year - 1}-07-01`
  const until = today < `${year}-06-30` ? today : `${year}-06-30`
  const lines = new Map<string, Gains>()
  const line = (name: string) => lines.get(name) ?? lines.set(name, nobody()).get(name)!
  for (const learnerId of seen) {
    const usable = (of.tests.get(learnerId) ?? []).filter((test) => isUsable(test, until))
    for (const [area, tests] of Map.groupBy(usable, ({ skillArea }) => skillArea)) {
      const pre = preTestOf(rows, tests, from)
      const preLevel = pre && levelOf(rows.tables, pre)
      if (!pre || preLevel === undefined) continue
      const { generation, minimumHours } = tableOf(rows.tables, pre)!
      const levels = tests.flatMap((post) => {
        if (post.testedOn <= pre.testedOn || post.testedOn < from || post.form === pre.form) return []
        const table = tableOf(rows.tables, post)
        if (table?.generation !== generation) return []
        const hours = hoursBetween(of, learnerId, daysLater(pre.testedOn, 1), daysLater(post.testedOn, -1))
        return hours >= (minimumHours ?? 0) ? [levelOf(rows.tables, post)! - preLevel] : []
      })
      const best = Math.max(...levels)
      for (const counted of [line(`${area} total`), line(`${area} ${preLevel}`)]) {
        counted.preTested++
        if (levels.length === 0) continue
        counted.postTested++
        if (best <= 0) continue
        counted.gained++
        counted.levelsGained += best
      }
    }
  }
  return lines
}
