import type { Figure } from './figures.ts'
import { percentile95 } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'

export const typed = [
  'gar',
  'nguyen',
  'jean',
  '2000',
  'maria lopez',
  'ko',
  '704555',
  'oscar',
  'tesfaye',
  'de la cruz',
]
const runs = 200
const aim = 50

/** Opening and finding, as a person does all day, against the bare SQL of the same look-up. */
export async function readingFigures({ api, bare }: LargeProgram): Promise<Figure[]> {
  const idsOf = (sql: string) => (bare.prepare(sql).all() as { id: number }[]).map(({ id }) => id)
  const learnerIds = idsOf('select id from learners where id % 97 = 0')
  const cohortIds = idsOf('select id from cohorts')
  const pick = <Item>(items: readonly Item[], run: number) => items[run % items.length]!

  const search = await percentile95(runs, (run) => api.learners.list({ text: pick(typed, run) }))
  const like = bare.prepare(
    'select id, familyName, givenName from learners where foldedName like ? order by foldedName limit 100',
  )
  const bareSearch = await percentile95(runs, (run) => like.all(`%${pick(typed, run)}%`))

  const page = await percentile95(runs, async (run) => {
    const learnerId = pick(learnerIds, run)
    await Promise.all([api.learners.get({ learnerId }), api.learners.timeline({ learnerId })])
  })
  const oneLearner = bare.prepare('select * from learners where id = ?')
  const oneHistory = bare.prepare('select * from assessments where learnerId = ? order by testedOn desc')
  const barePage = await percentile95(runs, (run) => {
    oneLearner.get(pick(learnerIds, run))
    oneHistory.all(pick(learnerIds, run))
  })

  const cohort = await percentile95(runs, (run) => api.cohorts.get({ cohortId: pick(cohortIds, run) }))
  const members = bare.prepare(
    'select * from cohortMembers join learners on learners.id = learnerId left join attempts on cohortMemberId = cohortMembers.id where cohortId = ?',
  )
  const bareCohort = await percentile95(runs, (run) => members.all(pick(cohortIds, run)))

  const sql = (milliseconds: number) => ({ name: 'the bare SQL', milliseconds })
  return [
    { name: 'Learner search, 95th percentile', milliseconds: search, aim, bare: sql(bareSearch) },
    { name: 'Learner page, 95th percentile', milliseconds: page, aim, bare: sql(barePage) },
    { name: 'Cohort page, 95th percentile', milliseconds: cohort, aim, bare: sql(bareCohort) },
  ]
}
