import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GainReport } from '../../../shared/contract/gains.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import { useMay } from '../../shell/session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { ReportsIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useExplaining } from '../explain/numberToOpen.ts'
import { AreaGains } from './AreaGains.tsx'
import { FederalCard } from './FederalCard.tsx'
import styles from './Gains.module.css'
import { useProgramYear } from './useProgramYear.ts'

const areasIn = ({ lines }: GainReport): SkillArea[] => [...new Set(lines.map(({ skillArea }) => skillArea))]

/** What a program year's tests show: who was tested again, who gained a level, with how many hours. */
export function GainsScreen() {
  const { t, i18n } = useTranslation('gains')
  const say = useFailureText()
  const yearName = useProgramYear()
  const [programYear, setProgramYear] = useState<number | null>(null)
  const [chosenArea, setArea] = useState<SkillArea | null>(null)
  const { close } = useExplaining()
  const mayCompare = useMay('administrator', 'director', 'coordinator', 'staff')
  const report = useQuery(
    api.gains.report.queryOptions({ input: { programYear }, placeholderData: keepPreviousData }),
  )
  if (report.error) {
    return (
      <>
        <PageHeader title={t('title')} />
        <ErrorState message={say(failureFrom(report.error)).message} onRetry={() => void report.refetch()} />
      </>
    )
  }
  if (!report.data) return <Skeleton lines={10} />
  const { data } = report
  const areas = areasIn(data)
  const area = areas.find((one) => one === chosenArea) ?? areas[0]
  const day = (date: string) => formatDay(date, i18n.language)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('span', { from: day(data.from), to: day(data.to), asOf: day(data.asOf) })}
      />
      <OwnClassesNotice />
      <div className={styles.screen}>
        <div className={styles.filters}>
          <Select
            label={t('programYear')}
            options={data.programYears.map((year) => ({ id: String(year), label: yearName(year) }))}
            value={String(data.programYear)}
            onChange={(year) => {
              close()
              setProgramYear(Number(year))
            }}
          />
          {area !== undefined && areas.length > 1 && (
            <SegmentedControl
              label={t('skill')}
              options={areas.map((id) => ({ id, label: t(`core:words.skillAreas.${id}`) }))}
              value={area}
              onChange={(id) => {
                close()
                setArea(id)
              }}
            />
          )}
        </div>
        {area === undefined ? (
          <EmptyState title={t('empty')} icon={ReportsIcon}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <AreaGains
            lines={data.lines.filter(({ skillArea }) => skillArea === area)}
            programYear={data.programYear}
          />
        )}
        {mayCompare && <FederalCard key={data.programYear} programYear={data.programYear} />}
      </div>
    </>
  )
}
