import type { Figure } from './figures.ts'
import { percentile95 } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'
import { typed } from './reading.ts'

const runs = 100
const aim = 50

/** Names an instructor of a class of thirty, and makes the caller this instructor for the while of `work`. */
async function asInstructor<Result>({ core, api, bare }: LargeProgram, work: () => Promise<Result>) {
  const { id } = await api.accounts.create({
    ...{ name: 'Tina Bell', roles: ['instructor'], language: 'en', passphrase: 'nine warm pebbles' },
  })
  const { sectionId } = await api.sections.create({ code: 'BENCH', name: 'BENCH', instructorAccountId: id })
  const some = bare.prepare('select distinct learnerId as id from cohortMembers limit 30').all()
  const learnerIds = (some as { id: number }[]).map((row) => row.id)
  await api.sections.addMembers({ sectionId, learnerIds })
  const before = core.caller!
  core.accountChanged({ ...before, id, roles: ['instructor'] })
  try {
    return await work()
  } finally {
    core.accountChanged(before)
  }
}

/** Finding and starting the day as somebody who sees one class alone: the condition must cost nothing. */
export async function instructorFigures(program: LargeProgram): Promise<Figure[]> {
  const { api } = program
  return asInstructor(program, async () => {
    const search = await percentile95(runs, (run) => api.learners.list({ text: typed[run % typed.length]! }))
    const today = await percentile95(runs, () => api.today.overview({}))
    return [
      { name: 'Learner search of an instructor, 95th percentile', milliseconds: search, aim },
      { name: 'Today of an instructor, 95th percentile', milliseconds: today, aim },
    ]
  })
}
