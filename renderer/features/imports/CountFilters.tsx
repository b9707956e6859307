import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ImportCounts, rowFilters } from '../../../shared/contract/importPlan.ts'
import { importRowStates } from '../../../shared/values/imports.ts'
import styles from './Files.module.css'

export type RowFilter = (typeof rowFilters)[number]

interface CountFiltersProps {
  counts: ImportCounts
  value: RowFilter
  onChange: (filter: RowFilter) => void
}

/** How many rows there are of each kind; one press shows them alone. */
export function CountFilters({ counts, value, onChange }: CountFiltersProps) {
  const { t, i18n } = useTranslation('imports')
  const number = new Intl.NumberFormat(i18n.language)
  const filters: readonly { id: RowFilter; count: number }[] = [
    { id: 'all', count: counts.rows },
    ...importRowStates
      .filter((id) => id !== 'conflict' || counts.conflict > 0)
      .map((id) => ({ id, count: counts[id] })),
    ...(counts.valueLeftOut > 0 ? [{ id: 'valueLeftOut' as const, count: counts.valueLeftOut }] : []),
  ]
  return (
    <ToggleButtonGroup
      aria-label={t('review.show')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = filters.find(({ id }) => keys.has(id))
        if (chosen) onChange(chosen.id)
      }}
      className={styles.filters ?? ''}
    >
      {filters.map(({ id, count }) => (
        <ToggleButton key={id} id={id} className={styles.filter ?? ''}>
          {t(`states.${id}`)}
          <span className={styles.count}>{number.format(count)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
