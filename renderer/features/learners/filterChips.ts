import { useTranslation } from 'react-i18next'
import type { LearnerFilters } from '../../../shared/contract/learners.ts'
import { levelChoiceOf } from './learnerListState.ts'
import type { FilterChoices } from './useFilterChoices.ts'

/** What each chip takes off when it is removed. */
export const withoutChip: Record<string, Partial<LearnerFilters>> = {
  skillArea: { skillArea: null },
  levels: { levels: [] },
  status: { status: [] },
  sectionId: { sectionId: null },
  interestTrackId: { interestTrackId: null },
  tested: { tested: null },
}

/** The filters in use as chips; what is typed in the search field is seen there. */
export function useFilterChips(filters: LearnerFilters, choices: FilterChoices) {
  const { t } = useTranslation('learners')
  const labelIn = (options: readonly { id: string; label: string }[], id: string | null) =>
    options.find((option) => option.id === id)?.label ?? ''
  const chips: { id: string; label: string }[] = []
  const add = (id: keyof typeof withoutChip, name: string, value: string) =>
    chips.push({ id, label: t('filters.chip', { name, value }) })
  if (filters.skillArea !== null) {
    add('skillArea', t('filters.area'), labelIn(choices.areas, filters.skillArea))
  }
  if (filters.levels.length > 0) {
    add('levels', t('filters.level'), labelIn(choices.levels, levelChoiceOf(filters.levels)))
  }
  for (const status of filters.status) {
    add('status', t('filters.status'), labelIn(choices.statuses, status))
  }
  if (filters.sectionId !== null) {
    add('sectionId', t('filters.section'), labelIn(choices.sections, String(filters.sectionId)))
  }
  if (filters.interestTrackId !== null) {
    add('interestTrackId', t('filters.interest'), labelIn(choices.tracks, String(filters.interestTrackId)))
  }
  if (filters.tested !== null) {
    chips.push({ id: 'tested', label: labelIn(choices.tested, filters.tested ? 'yes' : 'no') })
  }
  return chips
}
