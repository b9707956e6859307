import { useTranslation } from 'react-i18next'
import type { CohortSummary } from '../../../shared/contract/cohortValues.ts'
import { certifiedOfCompleters } from '../../../shared/rules/certificationCounts.ts'
import { completionRate, isFinal } from '../../../shared/rules/completion.ts'
import type { CohortState } from '../../../shared/values/vocabulary.ts'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { useLocalText } from '../../useLocalText.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { MarkedRate } from './MarkedRate.tsx'
import { useDays } from './useDays.ts'

/** What the state of a cohort means: one that has ended waits for somebody to close it. */
export const stateMeanings: Record<CohortState, Meaning> = {
  upcoming: 'info',
  running: 'success',
  ended: 'warning',
  closed: 'neutral',
}

/** The columns of a list of cohorts. */
export function useCohortColumns(): readonly TableColumn<CohortSummary>[] {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const { span } = useDays()
  // Who sees some of the members can't tell the seats that are left.
  const ownOnly = useOwnClassesOnly() === true
  // Each mark on one line beside "100.0%".
  const marks = [t('rates.notFinal'), t('rates.smallGroup')]
  const rateWidth = 61 + 7 * Math.max(...marks.map((mark) => mark.length))
  const columns: TableColumn<CohortSummary>[] = [
    {
      id: 'code',
      label: t('columns.code'),
      isRowHeader: true,
      minWidth: 78,
      share: 0,
      cell: ({ code }) => code,
    },
    {
      id: 'track',
      label: t('columns.track'),
      minWidth: 96,
      cell: ({ trackName }) => say(trackName),
    },
    { id: 'site', label: t('columns.site'), minWidth: 72, share: 0.4, leaves: 1, cell: ({ site }) => site },
    {
      id: 'dates',
      label: t('columns.dates'),
      minWidth: 212,
      share: 0,
      leaves: 2,
      cell: ({ startDate, endDate }) => span(startDate, endDate),
    },
    {
      id: 'state',
      label: t('columns.state'),
      minWidth: 108,
      share: 0,
      cell: ({ state }) => (
        <StatusDot kind={stateMeanings[state]}>{t(`core:words.cohortStates.${state}`)}</StatusDot>
      ),
    },
    {
      id: 'seats',
      label: t('columns.seatsLeft'),
      minWidth: 86,
      share: 0,
      leaves: 3,
      isNumeric: true,
      cell: ({ seats, seatsLeft }) =>
        seats === null || seatsLeft === null
          ? t('seats.noLimit')
          : t('seats.leftOf', { left: seatsLeft, seats }),
    },
    {
      id: 'completion',
      label: t('columns.completion'),
      minWidth: rateWidth,
      share: 0,
      isNumeric: true,
      cell: ({ completion }) => (
        <MarkedRate rate={completionRate(completion)} isNotFinal={!isFinal(completion)} />
      ),
    },
    {
      id: 'certified',
      label: t('columns.certified'),
      minWidth: rateWidth,
      share: 0,
      isNumeric: true,
      cell: ({ certification }) =>
        certification === null ? (
          t('noCredential')
        ) : (
          <MarkedRate rate={certifiedOfCompleters(certification)} isNotFinal={certification.pending > 0} />
        ),
    },
  ]
  return ownOnly ? columns.filter(({ id }) => id !== 'seats') : columns
}
