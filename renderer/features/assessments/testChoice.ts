import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { isImpossibleScore, type LevelTables } from '../../../shared/rules/levels.ts'
import { readScoreInTable, type ScoreReading } from '../../../shared/rules/scoreText.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'

export type ScoreTables = LevelTables<LevelTableRecord>

/** Which test was taken and when: chosen once for a learner or a whole class. */
export interface TestChoice {
  instrument: string | null
  skillArea: SkillArea | null
  /** Null while there is no date, or none that can be read. */
  testedOn: IsoDate | null
}

const isInUse = ({ effectiveFrom, effectiveTo }: LevelTableRecord, day: IsoDate) =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)

/** The instruments in use on a day, those with a chart first. */
export function instrumentsInUse(tables: readonly LevelTableRecord[], day: IsoDate): string[] {
  const inUse = tables.filter((table) => isInUse(table, day))
  const charted = inUse.filter(({ levels }) => levels !== null)
  return [...new Set([...charted, ...inUse].map(({ instrument }) => instrument))]
}

/** The skills an instrument measures; several for a test that gives a score for each. */
export function areasOf(tables: readonly LevelTableRecord[], instrument: string | null): SkillArea[] {
  return [
    ...new Set(tables.filter((table) => table.instrument === instrument).map(({ skillArea }) => skillArea)),
  ]
}

/** The choice after another instrument was chosen: the skill follows it where it leaves no choice. */
export function withInstrument(
  choice: TestChoice,
  instrument: string,
  tables: readonly LevelTableRecord[],
): TestChoice {
  const areas = areasOf(tables, instrument)
  const kept = areas.find((area) => area === choice.skillArea)
  return { ...choice, instrument, skillArea: kept ?? (areas.length === 1 ? areas[0]! : null) }
}

/** The score table for a choice; null while it is not complete, or if there is none. */
export function tableOf(choice: TestChoice, tables: ScoreTables): LevelTableRecord | null {
  const { instrument, skillArea, testedOn } = choice
  if (instrument === null || skillArea === null || testedOn === null) return null
  return tables.tableFor(instrument, skillArea, testedOn)
}

/** Whether a form may be the beginning of a known one, so that nobody is corrected in mid-word. */
export function isUnfinishedForm(form: string, table: LevelTableRecord | null): boolean {
  return form === '' || (table?.forms.some((known) => known !== form && known.startsWith(form)) ?? false)
}

/** Whether more digits may follow: a score of 2 on its way to 212 is not too low yet. */
export function isUnfinishedScore(typed: string, table: LevelTableRecord | null): boolean {
  const text = typed.trim()
  if (text === '') return true
  const lowest = String(table?.possibleScores.min ?? '')
  return /^\d+$/.test(text) && text.length < lowest.length
}

/** What a typed score means, as far as it can be one: a score that the test can't give has no level. */
export function readTypedScore(table: LevelTableRecord | null, typed: string): ScoreReading | null {
  const reading = readScoreInTable(table, typed)
  const isPossible = reading?.score == null || table === null || !isImpossibleScore(table, reading.score)
  return isPossible ? reading : null
}
