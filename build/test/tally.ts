import * as z from 'zod'

/** How many tests ended how. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** Reads the JSON report of either runner. Throws when it is neither. */
export function tallyOf(report: unknown): Tally {
  const playwright = playwrightReport.safeParse(report)
  if (playwright.success) {
    const { expected, unexpected, flaky, skipped } = playwright.data.stats
    return { passed: expected + flaky, failed: unexpected, skipped }
  }
  const { numPassedTests, numFailedTests, numPendingTests } = vitestReport.parse(report)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
}

/** A run that ended badly without naming a failed test (a file that does not load) counts as one failure. */
export function withRunItself(tally: Tally | null, endedWell: boolean): Tally {
  const known = tally ?? { passed: 0, failed: 0, skipped: 0 }
  return endedWell || known.failed > 0 ? known : { ...known, failed: 1 }
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
})
