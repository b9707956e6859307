import * as z from 'zod'

/** How many tests ended how, and which of them a reader must know by name. */
export interface Tally {
  passed: number
  skipped: number
  /** What failed. */
  failed: readonly string[]
  /** What failed at first and passed when tried once more. */
  retried: readonly string[]
}

const none: Tally = { passed: 0, skipped: 0, failed: [], retried: [] }

const vitestReport = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
})

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']) })),
})

const playwrightSuite = z.object({
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional()
  },
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), flaky: z.int(), skipped: z.int() }),
  suites: z.array(playwrightSuite),
})

const specsOf = ({
  specs,
  suites = [],
}: z.infer<typeof playwrightSuite>): z.infer<typeof playwrightSpec>[] => [
  ...specs,
  ...suites.flatMap(specsOf),
]

function playwrightTally({ stats, suites }: z.infer<typeof playwrightReport>): Tally {
  const specs = suites.flatMap(specsOf)
  const thatWere = (status: string) =>
    specs
      .filter(({ tests }) => tests.some((test) => test.status === status))
      .map(({ file, title }) => `${file}: ${title}`)
  const [failed, retried] = [thatWere('unexpected'), thatWere('flaky')]
  return { passed: stats.expected + stats.flaky, skipped: stats.skipped, failed, retried }
}

function vitestTally({ numPassedTests, numPendingTests, testResults }: z.infer<typeof vitestReport>): Tally {
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, name: `${name}: ${test.fullName}` })),
  )
  return {
    passed: numPassedTests,
    skipped: numPendingTests,
    failed: tests.filter(({ status }) => status === 'failed').map(({ name }) => name),
    retried: tests
      .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
      .map(({ name }) => name),
  }
}

/** Reads the JSON report of either runner. Throws when it is neither. */
export function tallyOf(report: unknown): Tally {
  const playwright = playwrightReport.safeParse(report)
  return playwright.success ? playwrightTally(playwright.data) : vitestTally(vitestReport.parse(report))
}

/** A run that ended badly without naming a failed test (a file that does not load) counts as one failure. */
export function withRunItself(name: string, tally: Tally | null, endedWell: boolean): Tally {
  const known = tally ?? none
  return endedWell || known.failed.length > 0 ? known : { ...known, failed: [`${name}: the run itself`] }
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  skipped: tallies.reduce((total, { skipped }) => total + skipped, 0),
  failed: tallies.flatMap(({ failed }) => failed),
  retried: tallies.flatMap(({ retried }) => retried),
})

const list = (heading: string, names: readonly string[]) =>
  names.length > 0 ? [`${heading}:`, ...names.map((name) => `  ${name}`)] : []

/** What the run says last, the numbers in its last line. */
export const closingLines = ({ passed, skipped, failed, retried }: Tally): readonly string[] => [
  ...list('Passed when tried once more', retried),
  ...list('Failed', failed),
  ...(skipped > 0 ? [`${skipped} skipped`] : []),
  `${passed} passed, ${failed.length} failed`,
]
