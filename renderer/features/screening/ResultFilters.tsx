import { useTranslation } from 'react-i18next'
import type { ResultFilter, Screening } from '../../../shared/contract/screenings.ts'
import { decisionOptions } from '../../../shared/contract/screenings.ts'
import { screeningResults } from '../../../shared/rules/screening/answers.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

interface ResultFiltersProps {
  screening: Screening
  filter: ResultFilter
  onChange: (filter: ResultFilter) => void
}

const gaps = [3, 5, 10, 20] as const

/** Takes what is undefined out of a filter. */
const cleaned = (filter: { [K in keyof ResultFilter]: ResultFilter[K] | undefined }): ResultFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))

/** Narrows the list: by name, result, what holds back and by how much, and decision. */
export function ResultFilters({ screening, filter, onChange }: ResultFiltersProps) {
  const { t } = useTranslation('screening')
  const { language, number } = useScreeningWords()
  const set = (change: { [K in keyof ResultFilter]: ResultFilter[K] | undefined }) =>
    onChange(cleaned({ ...filter, ...change }))
  const reason = screening.reasons.find(({ key }) => key === filter.heldBackBy)
  const any = { id: 'any' as const, label: t('filters.any') }
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label={t('filters.search')}
          value={filter.search ?? ''}
          onChange={(text) => set({ search: text === '' ? undefined : text })}
        />
      </div>
      <Select
        label={t('filters.result')}
        options={[
          any,
          ...screeningResults.map((id) => ({
            id,
            label: `${t(`core:words.screeningResults.${id}`)} (${number(screening.counts[id])})`,
          })),
          {
            id: 'withinReach' as const,
            label: `${t('filters.notYetWithinReach')} (${number(screening.counts.withinReach)})`,
          },
        ]}
        value={filter.withinReach ? 'withinReach' : (filter.result ?? 'any')}
        onChange={(id) =>
          set({
            result: id === 'any' || id === 'withinReach' ? undefined : id,
            withinReach: id === 'withinReach' ? true : undefined,
          })
        }
      />
      <Select
        label={t('filters.heldBackBy')}
        options={[
          any,
          ...screening.reasons.map(({ key }) => ({
            id: key,
            label: screening.requirements.find((one) => one.key === key)?.message[language] ?? key,
          })),
        ]}
        value={filter.heldBackBy ?? 'any'}
        onChange={(id) => set({ heldBackBy: id === 'any' ? undefined : id, withinPoints: undefined })}
      />
      {reason && reason.pointsBelow.length > 0 && (
        <Select
          label={t('filters.gap')}
          options={[
            any,
            ...gaps.map((points) => ({ id: String(points), label: t('filters.withinPoints', { points }) })),
          ]}
          value={filter.withinPoints === undefined ? 'any' : String(filter.withinPoints)}
          onChange={(id) => set({ withinPoints: id === 'any' ? undefined : Number(id) })}
        />
      )}
      <Select
        label={t('filters.decision')}
        options={[
          any,
          ...decisionOptions.map((id) => ({
            id,
            label: id === 'none' ? t('filters.undecided') : t(`decided.${id}`),
          })),
        ]}
        value={filter.decision ?? 'any'}
        onChange={(id) => set({ decision: id === 'any' ? undefined : id })}
      />
    </div>
  )
}

/** The filters in use as chips, and what remains when one is taken off. */
export function useResultChips(screening: Screening, filter: ResultFilter) {
  const { t } = useTranslation('screening')
  const { language } = useScreeningWords()
  const requirement = screening.requirements.find(({ key }) => key === filter.heldBackBy)
  const labels: { [K in keyof ResultFilter]?: string | undefined } = {
    result: filter.result && t(`core:words.screeningResults.${filter.result}`),
    withinReach: filter.withinReach ? t('filters.notYetWithinReach') : undefined,
    heldBackBy: requirement && t('filters.heldBackByChip', { requirement: requirement.message[language] }),
    withinPoints:
      filter.withinPoints === undefined
        ? undefined
        : t('filters.withinPoints', { points: filter.withinPoints }),
    decision:
      filter.decision &&
      (filter.decision === 'none' ? t('filters.undecided') : t(`decided.${filter.decision}`)),
  }
  const chips = Object.entries(labels).flatMap(([id, label]) => (label ? [{ id, label }] : []))
  const without = (id: string): ResultFilter => {
    const left = Object.fromEntries(Object.entries(filter).filter(([name]) => name !== id))
    return cleaned(id === 'heldBackBy' ? { ...left, withinPoints: undefined } : left)
  }
  return { chips, without }
}
