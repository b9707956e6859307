import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { cohortStates, type CohortState } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useLocalText } from '../../useLocalText.ts'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './Cohorts.module.css'

/** What the list is narrowed to; `all` leaves a filter off. */
export interface Filters {
  search: string
  state: CohortState | 'all'
  trackId: string
  site: string
}

const all = 'all'
/** A site has any name, so its options carry a mark that tells them from *all*. */
const siteOption = (site: string) => `site ${site}`

export const noFilters: Filters = { search: '', state: all, trackId: all, site: all }

export const isFiltered = ({ search, state, trackId, site }: Filters) =>
  search.trim() !== '' || state !== all || trackId !== all || site !== all

/** The filters as the core takes them. */
export const inputOf = ({ search, state, trackId, site }: Filters) => ({
  search,
  state: state === all ? null : state,
  trackId: trackId === all ? null : Number(trackId),
  site: site === all ? null : site.slice(siteOption('').length),
})

interface CohortFiltersProps {
  filters: Filters
  onChange: (filters: Filters) => void
  /** Every site there is a cohort at. */
  sites: readonly string[]
  /** How many fit, of how many. */
  shown: number | undefined
  total: number | undefined
}

/** Search, state, track and site, the ones in use as chips, and how many cohorts are left. */
export function CohortFilters({ filters, onChange, sites, shown, total }: CohortFiltersProps) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const any = { id: all, label: t('filters.all') } as const
  const states = cohortStates.map((id) => ({ id, label: t(`core:words.cohortStates.${id}`) }))
  const trackOptions = (tracks.data ?? []).map(({ id, name }) => ({ id: String(id), label: say(name) }))
  const siteOptions = sites.map((site) => ({ id: siteOption(site), label: site }))
  const chosen = (['state', 'trackId', 'site'] as const).flatMap((id) => {
    const options: readonly { id: string; label: string }[] = {
      state: states,
      trackId: trackOptions,
      site: siteOptions,
    }[id]
    const option = options.find((one) => one.id === filters[id])
    return option ? [{ id, label: option.label }] : []
  })
  return (
    <div>
      <div className={styles.filters}>
        <div className={styles.search}>
          <SearchField
            label={t('filters.search')}
            value={filters.search}
            onChange={(search) => onChange({ ...filters, search })}
          />
        </div>
        <Select
          label={t('filters.state')}
          options={[any, ...states]}
          value={filters.state}
          onChange={(state) => onChange({ ...filters, state })}
        />
        <Select
          label={t('filters.track')}
          options={[any, ...trackOptions]}
          value={filters.trackId}
          onChange={(trackId) => onChange({ ...filters, trackId })}
        />
        <Select
          label={t('filters.site')}
          options={[any, ...siteOptions]}
          value={filters.site}
          onChange={(site) => onChange({ ...filters, site })}
        />
        {shown !== undefined && total !== undefined && (
          <p className={styles.shown} role="status">
            {t('filters.shown', { shown, total })}
          </p>
        )}
      </div>
      <FilterChips
        chips={chosen}
        onRemove={(id) => onChange({ ...filters, [id]: all })}
        onClearAll={() => onChange(noFilters)}
      />
    </div>
  )
}
