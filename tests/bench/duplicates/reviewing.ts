import { resultOf } from '../../helpers/resultOf.ts'
import { percentile95, type Figure } from '../figures.ts'
import type { LargeProgram } from '../largeProgram.ts'
import { meanwhile } from '../meanwhile.ts'

const runs = 50

/** The review list over everybody, at first and once everybody is known, and what is found while typing. */
export async function reviewingFigures({ api, bare }: LargeProgram): Promise<Figure[]> {
  const everybody = bare.prepare('select * from learners')
  const bareReading = await percentile95(5, () => everybody.all())
  const first = await meanwhile(
    () => resultOf(api.duplicates.count({})),
    () => api.cohorts.list({ limit: 10 }),
  )
  const again = await percentile95(runs, () => api.duplicates.list({}))
  const count = await percentile95(runs, () => resultOf(api.duplicates.count({})))
  const typed = await percentile95(runs, (run) =>
    api.learners.similar({ familyName: run % 2 ? 'Nguyen' : 'Garcia Hernandez', givenName: 'Maria' }),
  )
  return [
    {
      name: 'Possible duplicates, everybody compared with everybody',
      milliseconds: first.milliseconds,
      aim: 2000,
      bare: { name: 'the bare reading of everybody', milliseconds: bareReading },
      note: `${first.result.open} pairs; slowest other call meanwhile ${first.slowest.toFixed(0)} ms`,
    },
    { name: 'Review list of duplicates once compared, 95th percentile', milliseconds: again, aim: 50 },
    { name: 'How many pairs wait, 95th percentile', milliseconds: count, aim: 50 },
    { name: 'Similar learners while typing, 95th percentile', milliseconds: typed, aim: 50 },
  ]
}
