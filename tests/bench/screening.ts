import { Engine } from 'json-rules-engine'
import { readLearnerFacts } from '../../db/screening/learnerFacts.ts'
import { poolLearners } from '../../db/screening/pool.ts'
import { allLevelTables } from '../../db/levelTables/levelTableRows.ts'
import { currentLevel } from '../../shared/rules/currentLevel.ts'
import { prepareLevelTables } from '../../shared/rules/levels.ts'
import type { LearnerFacts } from '../../shared/rules/screening/facts.ts'
import type { Requirement, SimpleRule } from '../../shared/rules/screening/requirements.ts'
import { prepareScreening } from '../../shared/rules/screening/screenLearner.ts'
import { daysBetween, wholeYearsBetween } from '../../shared/values/dates.ts'
import { equivalencyStates, schoolingLevels, type SkillArea } from '../../shared/values/vocabulary.ts'
import { timed, type Figure } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'

const asOf = '2026-08-01'
const startDate = '2026-08-24'

function requirement(key: string, rule: SimpleRule, maximumAgeDays: number | null = null): Requirement {
  const text = { en: key, es: key }
  return {
    id: key,
    key,
    rule,
    maximumAgeDays,
    strength: 'required',
    waivable: false,
    margin: null,
    message: text,
    nextStep: text,
    offeredBy: text,
    source: '',
  }
}

const requirements: readonly Requirement[] = [
  requirement('reading', { kind: 'level', area: 'reading', minimumLevel: 5 }, 365),
  requirement('listening', { kind: 'level', area: 'listening', minimumLevel: 5 }, 365),
  requirement('lowest', { kind: 'lowestLevel', areas: ['reading', 'listening'], minimumLevel: 4 }),
  requirement('age', { kind: 'age', minimumYears: 18 }),
  requirement('schooling', { kind: 'schooling', minimumSchooling: 'primary' }),
  requirement('equivalency', { kind: 'equivalency', minimumEquivalency: 'inProgress' }),
]

type Tables = ReturnType<typeof prepareLevelTables>

/**
 * The same six rules in a general rule engine, the way its manual has it: facts worked out on demand, and for
 * each requirement one rule for *met* and one for *unknown*; whatever neither of them says is *not met*.
 */
function generalEngine(tables: Tables): Engine {
  const threeValued = (key: string, fact: string, value: number, params: Record<string, unknown> = {}) => [
    {
      conditions: { all: [{ fact, params, operator: 'greaterThanInclusive', value }] },
      event: { type: 'met', params: { key } },
    },
    {
      conditions: { all: [{ fact, params, operator: 'equal', value: -1 }] },
      event: { type: 'unknown', params: { key } },
    },
  ]
  const engine = new Engine([
    ...threeValued('reading', 'level', 5, { area: 'reading', maximumAgeDays: 365 }),
    ...threeValued('listening', 'level', 5, { area: 'listening', maximumAgeDays: 365 }),
    ...threeValued('lowest', 'lowestLevel', 4),
    ...threeValued('age', 'age', 18),
    ...threeValued('schooling', 'schoolingStep', schoolingLevels.indexOf('primary')),
    ...threeValued('equivalency', 'equivalencyStep', equivalencyStates.indexOf('inProgress')),
  ])
  engine.addFact('level', async ({ area, maximumAgeDays }, almanac) => {
    const assessments = await almanac.factValue<LearnerFacts['assessments']>('assessments')
    const found = currentLevel(assessments, area as SkillArea, asOf, tables)
    const isFresh = found && daysBetween(found.assessment.testedOn, asOf) <= Number(maximumAgeDays)
    return isFresh ? (found.level ?? -1) : -1
  })
  engine.addFact('lowestLevel', async (_params, almanac) => {
    const levels = await Promise.all(
      ['reading', 'listening'].map((area) =>
        almanac.factValue<number>('level', { area, maximumAgeDays: 10_000 }),
      ),
    )
    return Math.min(...levels)
  })
  engine.addFact('age', async (_params, almanac) => {
    const birthDate = await almanac.factValue<string | null>('birthDate')
    return birthDate === null ? -1 : wholeYearsBetween(birthDate, startDate)
  })
  engine.addFact('schoolingStep', async (_params, almanac) =>
    schoolingLevels.indexOf(await almanac.factValue('schooling')),
  )
  engine.addFact('equivalencyStep', async (_params, almanac) =>
    equivalencyStates.indexOf(await almanac.factValue('equivalency')),
  )
  return engine
}

/** Twenty thousand learners through six rules, beside a general rule engine on the same facts. */
export async function screeningFigures({ api, core }: LargeProgram): Promise<Figure[]> {
  const db = core.requireOpen().file.reader
  const track = (await api.tracks.list({})).find(({ code }) => code === 'NA')
  const trackId = track!.id
  const learnerIds = (await db.selectFrom('learners').select('id').execute()).map(({ id }) => id)
  const pool = await poolLearners(db, { kind: 'chosen', learnerIds }, trackId, asOf)
  const facts = await readLearnerFacts(db, pool, { trackId, requirements, asOf })
  const tables = prepareLevelTables(await allLevelTables(db))

  const ownWay = () => {
    const screen = prepareScreening(requirements, { asOf, startDate, tables })
    return facts.filter((one) => screen(one).result === 'eligible').length
  }
  const generalWay = async () => {
    const engine = generalEngine(tables)
    let eligible = 0
    for (const one of facts) {
      const { events } = await engine.run({ ...one })
      if (events.filter(({ type }) => type === 'met').length === requirements.length) eligible++
    }
    return eligible
  }
  const first = await timed(ownWay)
  // In turns, the best of three each, so that neither profits from a quiet moment of the machine.
  const own = [first]
  const general = []
  for (let turn = 0; turn < 3; turn++) {
    general.push(await timed(generalWay))
    own.push(await timed(ownWay))
  }
  const best = (runs: readonly (readonly [number, number])[]) => Math.min(...runs.map(([time]) => time))
  const eligible = new Set([...own, ...general].map(([, count]) => count))
  if (eligible.size !== 1)
    throw new Error(`the two engines disagree: ${[...eligible].join(' and ')} eligible`)
  const ratio = best(general) / best(own)

  const [stored] = await timed(async () => {
    for await (const _ of await api.screenings.run({
      trackId,
      startDate,
      asOf,
      pool: { kind: 'allActive' },
    }));
  })
  return [
    {
      name: `Screening ${facts.length} learners against six requirements`,
      milliseconds: first[0],
      aim: 1000,
      note: `best of the turns ${best(own).toFixed(0)} ms; json-rules-engine on the same facts ${best(general).toFixed(0)} ms, ${ratio.toFixed(1)} × as long; both find ${first[1]} eligible`,
    },
    { name: 'A whole stored screening, facts read and answers kept', milliseconds: stored, aim: 15_000 },
  ]
}
