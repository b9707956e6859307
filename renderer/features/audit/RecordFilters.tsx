import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { CalendarIcon } from '../../ui/icons.ts'
import { Popover } from '../../ui/Popover.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './Audit.module.css'

/** The choice of no filter. */
export const any = 'any'

/** What both lists are filtered by. */
export interface CommonFilters {
  text: string
  accountId: number | null
  from: string | null
  to: string | null
}

interface RecordFiltersProps {
  filters: CommonFilters
  onChange: (changed: Partial<CommonFilters>) => void
  /** The name of the search and an example of what it finds. */
  search: string
  searchHint: string
  /** Filters of the list itself. */
  children: ReactNode
}

/** The search, who did it and when, and the list's own filters. */
export function RecordFilters({ filters, onChange, search, searchHint, children }: RecordFiltersProps) {
  const { t, i18n } = useTranslation('audit')
  const people = useQuery(api.audit.people.queryOptions({ input: {} }))
  const names = (people.data ?? []).map(({ id, name }) => ({ id: String(id), label: name }))
  const [from, to] = [filters.from, filters.to].map((day) =>
    day === null ? '' : formatDay(day, i18n.language),
  )
  const days = from === '' && to === '' ? t('filters.anyDay') : `${from} – ${to}`
  return (
    <div className={styles.filters} role="search">
      <div className={styles.search}>
        <SearchField
          label={search}
          placeholder={searchHint}
          value={filters.text}
          onChange={(text) => onChange({ text })}
        />
      </div>
      <Select
        label={t('filters.person')}
        options={[{ id: any, label: t('filters.anybody') }, ...names]}
        value={filters.accountId === null ? any : String(filters.accountId)}
        onChange={(id) => onChange({ accountId: id === any ? null : Number(id) })}
      />
      {children}
      <Popover label={t('filters.days')} trigger={<Button icon={CalendarIcon}>{days}</Button>}>
        <div className={styles.days}>
          <DateTextField
            label={t('filters.from')}
            value={filters.from}
            onChange={(from) => onChange({ from })}
          />
          <DateTextField label={t('filters.to')} value={filters.to} onChange={(to) => onChange({ to })} />
        </div>
      </Popover>
    </div>
  )
}
