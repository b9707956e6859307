import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CohortOfToday } from '../../../shared/contract/today.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useSession } from '../../shell/session.ts'
import { useGroupNumbers } from '../cohorts/groupNumbers.ts'
import { seatNumber } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import styles from './Today.module.css'

interface CohortsTodayProps {
  title: string
  /** What to do about them, in one sentence. */
  note: string
  cohorts: readonly CohortOfToday[]
}

/** A few cohorts that want something today. */
export function CohortsToday({ title, note, cohorts }: CohortsTodayProps) {
  const { t, i18n } = useTranslation('today')
  const { locale } = useLocale()
  const { today } = useSession()
  const numbers = useGroupNumbers()
  const day = (date: string) => formatDay(date, locale, 'medium')
  return (
    <>
      <p className={styles.note}>{note}</p>
      <SimpleTable
        caption={title}
        rows={cohorts}
        rowKey={({ cohortId }) => cohortId}
        columns={[
          {
            id: 'code',
            label: t('columns.cohort'),
            cell: ({ cohortId, code }) => <Link href={`#/cohorts/${cohortId}`}>{code}</Link>,
          },
          {
            id: 'track',
            label: t('columns.track'),
            cell: ({ trackName }) => (i18n.resolvedLanguage === 'es' ? trackName.es : trackName.en),
          },
          { id: 'site', label: t('columns.site'), cell: ({ site }) => site },
          {
            id: 'dates',
            label: t('columns.dates'),
            cell: ({ startDate, endDate }) => t('columns.span', { from: day(startDate), to: day(endDate) }),
          },
          {
            id: 'stillIn',
            label: t('columns.stillIn'),
            isNumeric: true,
            cell: ({ cohortId, code, stillIn, enrolled }) => (
              <ExplainedNumber
                number={{
                  ...numbers.completion({ cohortIds: [cohortId], asOf: today, of: code }, 'stillIn'),
                  text: t('columns.ofEnrolled', { stillIn, enrolled }),
                }}
              />
            ),
          },
          {
            id: 'seatsLeft',
            label: t('columns.seatsLeft'),
            isNumeric: true,
            cell: ({ cohortId: id, code, seatsLeft }) =>
              seatsLeft === null ? (
                '–'
              ) : (
                <ExplainedNumber
                  number={{
                    ...seatNumber('seatsLeft', { id, code, title: t('columns.seatsLeft') }),
                    text: String(seatsLeft),
                  }}
                />
              ),
          },
        ]}
      />
    </>
  )
}
