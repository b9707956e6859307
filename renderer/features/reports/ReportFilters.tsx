import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { audiences } from '../../../shared/contract/reports.ts'
import { api } from '../../api.ts'
import { useLocalText } from '../../useLocalText.ts'
import { useSession } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { CohortsIcon } from '../../ui/icons.ts'
import { Popover } from '../../ui/Popover.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { CohortChoices } from './CohortChoices.tsx'
import { useDays } from '../cohorts/useDays.ts'
import { noChoices, type ReportChoices } from './useReportChoices.ts'
import styles from './Reports.module.css'

const everyTrack = 'all'

interface ReportFiltersProps {
  choices: ReportChoices
  onChange: (choices: ReportChoices) => void
}

/** Which cohorts a report is about, as of which day, and for whom. */
export function ReportFilters({ choices, onChange }: ReportFiltersProps) {
  const { t } = useTranslation('reports')
  const say = useLocalText()
  const { day } = useDays()
  const { today } = useSession()
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const cohorts = useQuery(api.cohorts.list.queryOptions({ input: { limit: 500 } }))
  const change = (changed: Partial<ReportChoices>) => onChange({ ...choices, ...changed })
  const trackOptions = (tracks.data ?? []).map(({ id, name }) => ({ id: String(id), label: say(name) }))
  const cohortOptions = (cohorts.data?.rows ?? [])
    .filter(({ trackId }) => choices.trackId === null || trackId === choices.trackId)
    .map(({ id, code, site, startDate }) => ({
      id: String(id),
      label: code,
      detail: `${site} · ${day(startDate)}`,
    }))
  const chips = [
    ...cohortOptions.filter(({ id }) => choices.cohortIds.includes(Number(id))),
    ...trackOptions
      .filter(({ id }) => Number(id) === choices.trackId)
      .map(({ label }) => ({ id: 'trackId', label })),
    ...(choices.startsFrom === null
      ? []
      : [{ id: 'startsFrom', label: t('filters.fromChip', { day: day(choices.startsFrom) }) }]),
    ...(choices.startsTo === null
      ? []
      : [{ id: 'startsTo', label: t('filters.toChip', { day: day(choices.startsTo) }) }]),
  ]
  const remove = (id: string) =>
    id in noChoices
      ? change({ [id]: null })
      : change({ cohortIds: choices.cohortIds.filter((one) => one !== Number(id)) })
  return (
    <div data-print="hide">
      <div className={styles.filters}>
        <div className={styles.track}>
          <Select
            label={t('filters.track')}
            options={[{ id: everyTrack, label: t('filters.everyTrack') }, ...trackOptions]}
            value={choices.trackId === null ? everyTrack : String(choices.trackId)}
            onChange={(id) => change({ trackId: id === everyTrack ? null : Number(id), cohortIds: [] })}
          />
        </div>
        <div className={styles.cohorts}>
          <span className={styles.label}>{t('filters.cohorts')}</span>
          <Popover
            label={t('filters.cohorts')}
            trigger={
              <Button icon={CohortsIcon}>
                {choices.cohortIds.length === 0
                  ? t('filters.everyCohort')
                  : t('filters.chosenCohorts', { count: choices.cohortIds.length })}
              </Button>
            }
          >
            <CohortChoices choices={choices} options={cohortOptions} onChange={change} />
          </Popover>
        </div>
        <DateTextField
          label={t('filters.asOf')}
          latest={today}
          today={today}
          value={choices.asOf ?? today}
          onChange={(asOf) => change({ asOf })}
        />
        <div className={styles.audience}>
          <span className={styles.label} aria-hidden>
            {t('filters.audience')}
          </span>
          <SegmentedControl
            label={t('filters.audience')}
            options={audiences.map((id) => ({ id, label: t(`audiences.${id}`) }))}
            value={choices.audience}
            onChange={(audience) => change({ audience })}
          />
        </div>
      </div>
      <FilterChips
        chips={chips}
        onRemove={remove}
        onClearAll={() => onChange({ ...noChoices, asOf: choices.asOf, audience: choices.audience })}
      />
    </div>
  )
}
