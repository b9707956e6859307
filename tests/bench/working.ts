import { workListIds } from '../../shared/rules/workLists.ts'
import type { Figure } from './figures.ts'
import { percentile95, timed } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'

const runs = 10

/** What a day's work asks of the whole program: the work lists with their counts, the gains and the data check. */
export async function workingFigures({ api, bare }: LargeProgram): Promise<Figure[]> {
  const marks = bare.prepare(
    'select attendance.learnerId, sum(meetings.minutes) from attendance join meetings on meetings.id = meetingId group by 1',
  )
  const bareMarks = {
    name: 'the bare sum of all attendance',
    milliseconds: await percentile95(runs, () => marks.all()),
  }
  const counts = await percentile95(runs, () => api.today.counts({}))
  const lists: { list: string; milliseconds: number }[] = []
  for (const list of workListIds) {
    const milliseconds = await percentile95(runs, () => api.today.workList({ list, limit: 12 }))
    lists.push({ list, milliseconds })
  }
  // Both are kept until a record changes: what counts is the first time.
  const [gains] = await timed(() => api.gains.report({}))
  const [dataCheck] = await timed(() => api.dataChecks.overview({}))
  const slowest = lists.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one))
  return [
    {
      name: 'Counts of all work lists, 95th percentile',
      milliseconds: counts,
      aim: 400,
      bare: bareMarks,
      note: 'other calls run between two lists',
    },
    {
      name: `Slowest work list (${slowest.list}), 95th percentile`,
      milliseconds: slowest.milliseconds,
      aim: 200,
      bare: bareMarks,
    },
    { name: 'Gains of a program year', milliseconds: gains, aim: 1000, bare: bareMarks },
    { name: 'Data check', milliseconds: dataCheck, aim: 1000, bare: bareMarks },
  ]
}
