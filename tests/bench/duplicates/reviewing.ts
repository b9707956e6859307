import { percentile95, timed, type Figure } from '../figures.ts'
import type { LargeProgram } from '../largeProgram.ts'

const runs = 50

/** The review list over everybody, at first and once everybody is known, and what is found while typing. */
export async function reviewingFigures({ api }: LargeProgram): Promise<Figure[]> {
  const [first, list] = await timed(() => api.duplicates.list({}))
  const again = await percentile95(runs, () => api.duplicates.list({}))
  const count = await percentile95(runs, () => api.duplicates.count({}))
  const typed = await percentile95(runs, (run) =>
    api.learners.similar({ familyName: run % 2 ? 'Nguyen' : 'Garcia Hernandez', givenName: 'Maria' }),
  )
  const all = Object.values(list.counts).reduce((sum, some) => sum + some, 0)
  return [
    {
      name: 'Review list of duplicates, everybody compared with everybody',
      milliseconds: first,
      aim: 2000,
      note: `${all} pairs`,
    },
    { name: 'Review list of duplicates once compared, 95th percentile', milliseconds: again, aim: 50 },
    { name: 'How many pairs wait, 95th percentile', milliseconds: count, aim: 50 },
    { name: 'Similar learners while typing, 95th percentile', milliseconds: typed, aim: 50 },
  ]
}
