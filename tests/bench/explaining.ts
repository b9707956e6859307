import { dataCheckIds } from '../../shared/rules/dataChecks/rules.ts'
import { workListIds } from '../../shared/rules/workLists.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { percentile95, type Figure } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'

const runs = 5
const aim = 200
const programYear = 2026

/** What the numbers on screen are made of, once the screen shows them: nobody waits for what was just worked out. */
export async function explainingFigures({ api, bare }: LargeProgram): Promise<Figure[]> {
  const one = (sql: string) => (bare.prepare(sql).get() as { id: number }).id
  const sectionId = one('select min(id) as id from sections')
  const cohortId = one('select max(id) as id from cohorts')
  const learnerId = one('select learnerId as id from assessments order by id limit 1 offset 1000')
  const otherId = one('select learnerId as id from assessments order by id desc limit 1')
  const { explain } = api
  const total = { kind: 'total', key: '' } as const
  const reading = { learnerId, skillArea: 'reading' } as const
  const trackId = one("select id from tracks where code = 'NA'")
  const { screeningId } = await resultOf(
    api.screenings.run({ trackId, startDate: '2026-08-24', asOf: '2026-08-01', pool: { kind: 'allActive' } }),
  )
  const { requirements } = await api.screenings.get({ id: screeningId })
  const { key } = requirements.find(({ rule }) => rule.kind === 'level')!
  const trial = { screeningId, key, threshold: 3 }
  // The screens on which the numbers stand.
  await resultOf(api.screenings.tryThreshold(trial))
  await api.gains.report({ programYear })
  await resultOf(api.gains.federal({ programYear }))
  await api.gains.wayToTrack({ learnerId, trackId })
  await api.dataChecks.overview({})

  const calls: Record<string, () => Promise<unknown>> = {
    learners: () => explain.learners({}),
    today: () => explain.today({ number: 'running' }),
    completion: () => explain.completion({ filters: {}, line: total, number: 'completionRate' }),
    certification: () =>
      explain.certification({ filters: {}, credentialId: null, line: total, number: 'certified' }),
    gains: () => explain.gains({ programYear, ...total, skillArea: 'reading', number: 'gainRate' }),
    federal: () =>
      explain.federal({ programYear, counted: { table: 'table4', entryLevel: 3, number: 'participants' } }),
    hours: () => explain.hours({ learnerId, span: { kind: 'sinceTest', skillArea: 'reading' } }),
    level: () => explain.level(reading),
    learnerGain: () => explain.learnerGain({ ...reading, programYear }),
    timeToReady: () => explain.timeToReady({ ...reading, trackId }),
    attendance: () => explain.attendance({ sectionId, from: '2026-01-01', to: '2026-08-01' }),
    screening: () =>
      explain.screening({ screeningId, counted: { kind: 'reason', requirementKey: key, number: 'notMet' } }),
    whatIf: () => explain.whatIf({ ...trial, number: 'newlyEligible' }),
    cohort: () => explain.cohort({ cohortId, number: 'members' }),
    classMembers: () => explain.classMembers({ sectionId }),
  }
  for (const list of workListIds)
    calls[`workList ${list}`] = () => explain.workList({ list, of: 'everybody' })
  for (const rule of dataCheckIds) calls[`findings ${rule}`] = () => explain.findings({ rule, show: 'open' })
  const timed: { name: string; milliseconds: number }[] = []
  for (const [name, call] of Object.entries(calls))
    timed.push({ name, milliseconds: await percentile95(runs, call) })
  const slowest = timed.reduce((worst, next) => (next.milliseconds > worst.milliseconds ? next : worst))
  const fresh = bare.prepare('select * from assessments where learnerId = ?')
  const bareLookUp = {
    name: 'the bare reading of one learner’s tests',
    milliseconds: await percentile95(runs, () => fresh.all(learnerId)),
  }
  return [
    {
      name: `Slowest explanation of ${timed.length} (${slowest.name}), 95th percentile`,
      milliseconds: slowest.milliseconds,
      aim,
    },
    {
      name: 'Two records side by side before a merge, 95th percentile',
      milliseconds: await percentile95(runs, () => api.merges.preview({ keptId: learnerId, otherId })),
      aim,
      bare: bareLookUp,
    },
    {
      name: 'Where the values of a learner come from, 95th percentile',
      milliseconds: await percentile95(runs, () =>
        api.origins.of({ subject: 'learner', subjectId: learnerId }),
      ),
      aim,
      bare: bareLookUp,
    },
  ]
}
