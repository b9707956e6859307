import { useTranslation } from 'react-i18next'
import type { LearnerFilters } from '../../../shared/contract/learners.ts'
import type { LearnerStatus, SkillArea } from '../../../shared/values/vocabulary.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FilterIcon } from '../../ui/icons.ts'
import { Popover } from '../../ui/Popover.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { levelChoiceOf, levelsOf, type LevelChoice } from './learnerListState.ts'
import { anyChoice, type FilterChoices } from './useFilterChoices.ts'
import styles from './LearnersScreen.module.css'

interface FilterBarProps {
  filters: LearnerFilters
  choices: FilterChoices
  onChange: (changed: Partial<LearnerFilters>) => void
}

/** The search and the filters used every day; rarer ones are one press away. */
export function LearnerFilterBar({ filters, choices, onChange }: FilterBarProps) {
  const { t } = useTranslation('learners')
  return (
    <div className={styles.filters} role="search">
      <div className={styles.search}>
        <SearchField
          label={t('filters.search')}
          placeholder={t('filters.searchHint')}
          value={filters.text}
          onChange={(text) => onChange({ text })}
        />
      </div>
      <Select
        label={t('filters.area')}
        options={choices.areas}
        value={filters.skillArea ?? anyChoice}
        onChange={(id) => onChange({ skillArea: id === anyChoice ? null : (id as SkillArea) })}
      />
      <Select
        label={t('filters.level')}
        options={choices.levels}
        value={filters.levels.length === 0 ? anyChoice : levelChoiceOf(filters.levels)}
        onChange={(id) => onChange({ levels: id === anyChoice ? [] : levelsOf(id as LevelChoice) })}
      />
      <Select
        label={t('filters.status')}
        options={choices.statuses}
        value={filters.status[0] ?? anyChoice}
        onChange={(id) => onChange({ status: id === anyChoice ? [] : [id as LearnerStatus] })}
      />
      <Popover label={t('filters.more')} trigger={<Button icon={FilterIcon}>{t('filters.more')}</Button>}>
        <RareFilters filters={filters} choices={choices} onChange={onChange} />
      </Popover>
    </div>
  )
}

function RareFilters({ filters, choices, onChange }: FilterBarProps) {
  const { t } = useTranslation('learners')
  const tested = filters.tested === null ? anyChoice : filters.tested ? 'yes' : 'no'
  return (
    <div className={styles.rareFilters}>
      <ComboBox
        label={t('filters.section')}
        placeholder={t('filters.sectionHint')}
        options={choices.sections}
        value={filters.sectionId === null ? null : String(filters.sectionId)}
        onChange={(id) => onChange({ sectionId: id === null ? null : Number(id) })}
      />
      <Select
        label={t('filters.interest')}
        options={choices.tracks}
        value={filters.interestTrackId === null ? anyChoice : String(filters.interestTrackId)}
        onChange={(id) => onChange({ interestTrackId: id === anyChoice ? null : Number(id) })}
      />
      <Select
        label={t('filters.tested')}
        hint={t('filters.testedHint')}
        options={choices.tested}
        value={tested}
        onChange={(id) => onChange({ tested: id === anyChoice ? null : id === 'yes' })}
      />
    </div>
  )
}
