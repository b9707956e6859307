import { useTranslation } from 'react-i18next'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { scoreRemark, type ScoreReading } from '../../../shared/rules/scoreText.ts'

/** Words for levels and scores: long for a form, short for the cells of a grid. */
export function useLevelWords() {
  const { t } = useTranslation('assessments')

  /** "Level 5 · High Intermediate ESL"; above 6 has no number. */
  const named = (level: number) =>
    level === 7
      ? t('core:words.levels.7')
      : t('level.named', { level, name: t(`core:words.levels.${level}`) })
  const short = (level: number | null) => {
    if (level === null) return t('level.unknownShort')
    return level === 7 ? t('core:words.levels.7') : t('level.short', { level })
  }
  const toNext = ({ level, pointsToNext }: ScoreReading): string[] => {
    if (level === null || pointsToNext === null) return []
    const to = level === 6 ? t('level.pointsToTop', { points: pointsToNext }) : null
    return [to ?? t('level.pointsToNext', { points: pointsToNext, next: level + 1 })]
  }

  /** Why a typed score counts nowhere, or that it counts although it is marked. */
  const remarkOf = ({ text, accurate }: ScoreReading) =>
    scoreRemark({ scoreText: text, accurate, conservativeEstimate: false })

  return {
    short,
    /** The level of a recorded test; empty where there can be none. */
    ofRecord: ({ level, score }: { level: number | null; score: number | null }) =>
      score === null ? '' : short(level),
    /** Everything a typed score means, such as "212 · Level 4 · Low Intermediate ESL · 5 points to level 5". */
    reading(reading: ScoreReading, table: LevelTableRecord | null): string {
      const remark = remarkOf(reading)
      if (reading.score === null) return t(`remarks.${remark ?? 'noScore'}`, { text: reading.text })
      const level =
        reading.level === null ? t(table?.levels ? 'level.outside' : 'level.unknown') : named(reading.level)
      const marked = remark === null ? [] : [t(`remarks.${remark}`, { text: reading.text })]
      return [reading.text, level, ...toNext(reading), ...marked].join(' · ')
    },
    /** The same for a narrow cell, without the score: "Level 4 · 5 to level 5". */
    cell(reading: ScoreReading): string {
      if (reading.score === null) return t(reading.accurate ? 'level.noScoreShort' : 'level.countsNowhere')
      const { level, pointsToNext: points } = reading
      const more =
        level === null || points === null || level === 6
          ? []
          : [t('level.cellToNext', { points, next: level + 1 })]
      return [short(level), ...more].join(' · ')
    },
  }
}
