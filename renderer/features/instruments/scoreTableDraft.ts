import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { bandsOf, cutScoresOf } from '../../../shared/rules/levelBands.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'

/** A score table as it is edited. */
export interface ScoreTableDraft {
  /** Null for a table that is not saved yet. */
  id: number | null
  instrument: string
  generation: string
  skillArea: SkillArea | null
  effectiveFrom: string | null
  effectiveTo: string | null
  /** Lowest scores of levels 1 to 6. */
  lowest: readonly (number | null)[]
  highest: number | null
  possibleMin: number | null
  possibleMax: number | null
  minimumHours: number | null
  recommendedFrom: number | null
  recommendedTo: number | null
  sameFormDays: number | null
  /** Form names, between commas, spaces or line ends. */
  forms: string
  source: string
}

/** The draft of a saved table. */
export function draftOf(table: LevelTableRecord): ScoreTableDraft {
  const { levels, possibleScores, recommendedHours, forms, ...same } = table
  return {
    ...same,
    ...cutScoresOf(levels),
    possibleMin: possibleScores.min,
    possibleMax: possibleScores.max,
    recommendedFrom: recommendedHours?.from ?? null,
    recommendedTo: recommendedHours?.to ?? null,
    forms: forms.join(', '),
  }
}

/** A table of a new test, with the hours and days that most publishers ask for. */
export const emptyDraft: ScoreTableDraft = {
  id: null,
  instrument: '',
  generation: '',
  skillArea: null,
  effectiveFrom: null,
  effectiveTo: null,
  lowest: cutScoresOf(null).lowest,
  highest: null,
  possibleMin: null,
  possibleMax: null,
  minimumHours: 40,
  recommendedFrom: null,
  recommendedTo: null,
  sameFormDays: 180,
  forms: '',
  source: '',
}

/** A table that follows another: the same test from a later day, with the day still to be entered. */
export const laterDraft = (table: LevelTableRecord): ScoreTableDraft => ({
  ...draftOf(table),
  id: null,
  effectiveFrom: null,
  effectiveTo: null,
})

const wordsIn = (text: string) => text.split(/[\s,;]+/).filter((word) => word !== '')

/** What the core takes; only for a draft with a skill. */
export function tableInput(draft: ScoreTableDraft, skillArea: SkillArea) {
  const { recommendedFrom: from, recommendedTo: to } = draft
  return {
    id: draft.id,
    instrument: draft.instrument,
    generation: draft.generation.trim() === '' ? draft.instrument : draft.generation,
    skillArea,
    effectiveFrom: draft.effectiveFrom,
    effectiveTo: draft.effectiveTo,
    levels: bandsOf(draft),
    possibleScores: { min: draft.possibleMin, max: draft.possibleMax },
    minimumHours: draft.minimumHours ?? 0,
    recommendedHours: from === null && to === null ? null : { from: from ?? to ?? 0, to: to ?? from ?? 0 },
    sameFormDays: draft.sameFormDays ?? 0,
    forms: wordsIn(draft.forms),
    source: draft.source,
  }
}
