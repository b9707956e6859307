import { levelOfScore, isImpossibleScore, type LevelTable } from '../../shared/rules/levels.ts'
import { readScore } from '../../shared/rules/scoreText.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import { skillAreas, type SkillArea, type TestedArea } from '../../shared/values/vocabulary.ts'
import { tidy, toText, toYesNo } from '../files/values.ts'
import type { TestFacts, TestIdentity } from './assessmentBook.ts'
import type { ReadRow } from './readRow.ts'
import type { SectionInFile } from './sections.ts'
import { toPassed, toSkillArea } from './words.ts'

/** Civics forms have no scale score and belong to no score table. */
const civicsInstrument = 'CASAS Civics'

const isInForce = (table: LevelTable, on: IsoDate) =>
  (table.effectiveFrom === null || table.effectiveFrom <= on) &&
  (table.effectiveTo === null || on <= table.effectiveTo)

/** The score table that a row speaks of: by what it names, else by its form alone. */
function tableFor(read: ReadRow, form: string, testedOn: IsoDate, tables: readonly LevelTable[]) {
  const instrument = foldForSearch(read.text('instrument') ?? '')
  const area = read.value('skillArea', toSkillArea, 'leaveOut')
  const fitting = tables.filter(
    (table) =>
      (area === null || table.skillArea === area) &&
      (instrument === '' || foldForSearch(`${table.instrument} ${table.generation}`).includes(instrument)) &&
      // A table that lists no forms takes any, but a bare form does not tell that it is meant.
      (table.forms.includes(form) || (instrument !== '' && table.forms.length === 0)),
  )
  return fitting.find((table) => isInForce(table, testedOn)) ?? fitting[0] ?? null
}

export interface ReadTest {
  identity: TestIdentity
  facts: TestFacts
  /** Facts that are only usual, because the row says nothing of them. */
  unsaid: ReadonlySet<keyof TestFacts>
}

interface FormFacts {
  form: string
  testedOn: IsoDate
}

function civics(read: ReadRow, { form, testedOn }: FormFacts, scoreText: string): ReadTest {
  const passed = read.value('passed', toPassed, 'leaveOut')
  return {
    identity: { instrument: civicsInstrument, skillArea: 'civics', form, testedOn },
    facts: {
      ...{ score: null, scoreText, level: null, accurate: 1, conservativeEstimate: 0 },
      passed: passed === null ? null : Number(passed === 'passed'),
      earlyReason: null,
    },
    unsaid: new Set<keyof TestFacts>(passed === null ? ['passed', 'earlyReason'] : ['earlyReason']),
  }
}

const asArea = (area: string): TestedArea =>
  skillAreas.find((known) => known === (area as SkillArea)) ?? 'civics'

/** The test of a row; null when the row has to be refused. */
export function readTest(read: ReadRow, tables: readonly LevelTable[]): ReadTest | null {
  for (const field of ['form', 'score']) read.require(field)
  read.require('testedOn')
  const testedOn = read.date('testedOn', 'past', 'refuse')
  const form = (read.value('form', toText, 'refuse') ?? '').toUpperCase()
  const scoreCell = tidy(read.cell('score'))
  const score = readScore(scoreCell)
  if (scoreCell !== '' && score === null) read.refuse('scoreNotUnderstood', 'score')
  if (testedOn === null || score === null || form === '') return null
  const table = tableFor(read, form, testedOn, tables)
  if (table === null) {
    if (score.score === null && (score.text === 'N/A' || score.text === 'NA')) {
      return civics(read, { form, testedOn }, score.text)
    }
    read.refuse('formUnknown', 'form')
    return null
  }
  if (score.score !== null && isImpossibleScore(table, score.score)) {
    const { min, max } = table.possibleScores
    read.refuse('scoreImpossible', 'score', { lowest: min ?? 0, highest: max ?? 9999 })
  }
  const accurate = score.accurate ? read.value('accurate', toYesNo, 'leaveOut') : false
  const conservativeEstimate = read.value('conservativeEstimate', toYesNo, 'leaveOut')
  const passed = read.value('passed', toPassed, 'leaveOut')
  const earlyReason = read.text('earlyReason', 500)
  const said = { accurate, conservativeEstimate, passed, earlyReason }
  return {
    identity: { instrument: table.instrument, skillArea: asArea(table.skillArea), form, testedOn },
    facts: {
      score: score.score,
      scoreText: score.text,
      level: isInForce(table, testedOn) ? levelOfScore(table, score.score) : null,
      accurate: Number(accurate ?? true),
      conservativeEstimate: Number(conservativeEstimate ?? false),
      passed: passed === null ? null : Number(passed === 'passed'),
      earlyReason,
    },
    unsaid: new Set((Object.keys(said) as (keyof typeof said)[]).filter((fact) => said[fact] === null)),
  }
}

/** The class of a row; null when it names none. */
export function readSection(read: ReadRow): SectionInFile | null {
  const code = read.text('sectionCode', 40)
  const name = read.text('sectionName')
  if (code === null && name === null) return null
  return {
    code: code ?? name!,
    name: code === null ? null : name,
    startDate: read.date('sectionStart', 'any', 'leaveOut'),
    endDate: read.date('sectionEnd', 'any', 'leaveOut'),
  }
}
