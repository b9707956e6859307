import { resultOf } from '../helpers/resultOf.ts'
import { percentile95, type Figure } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'
import { meanwhile } from './meanwhile.ts'

const year = { from: '2025-07-01', to: '2026-06-30', sectionId: null }

/** How many rows the files for other systems would have: each is worked out as it would be written. */
export async function filesOutFigures({ api, bare }: LargeProgram): Promise<Figure[]> {
  const tests = bare.prepare(
    'select * from assessments join learners on learners.id = learnerId where testedOn between ? and ?',
  )
  const bareReading = {
    name: 'the bare reading of the tests with their learners',
    milliseconds: await percentile95(3, () => tests.all(year.from, year.to)),
  }
  const figures: Figure[] = []
  for (const file of ['assessmentUpload', 'testSummary'] as const) {
    const { milliseconds, result, slowest } = await meanwhile(
      () => resultOf(api.filesOut.count({ choice: { file, ...year } })),
      () => api.cohorts.list({ limit: 10 }),
    )
    figures.push({
      name: `Rows of a file of a program year (${file})`,
      milliseconds,
      aim: 3000,
      bare: bareReading,
      note: `${result.rows} rows; slowest other call meanwhile ${slowest.toFixed(0)} ms`,
    })
  }
  return figures
}
