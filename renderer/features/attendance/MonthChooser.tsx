import { useTranslation } from 'react-i18next'
import { addDays, addMonths, type IsoDate } from '../../../shared/values/dates.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NextIcon, PreviousIcon } from '../../ui/icons.ts'
import styles from './Attendance.module.css'

/** First and last day of the month of a day. */
export function monthOf(day: IsoDate): { from: IsoDate; to: IsoDate } {
  const from = `${day.slice(0, 7)}-01`
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The month shown, with the one before and the one after a press away. */
export function MonthChooser({
  from,
  latest,
  onChange,
}: {
  from: IsoDate
  latest: IsoDate
  onChange: (from: IsoDate) => void
}) {
  const { t, i18n } = useTranslation('attendance')
  const name = new Intl.DateTimeFormat(i18n.language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return (
    <div className={styles.month} role="group" aria-label={t('month')}>
      <IconButton
        icon={PreviousIcon}
        label={t('earlierMonth')}
        onPress={() => onChange(addMonths(from, -1))}
      />
      <strong aria-live="polite">{name.format(new Date(`${from}T00:00:00Z`))}</strong>
      <IconButton
        icon={NextIcon}
        label={t('laterMonth')}
        onPress={() => onChange(addMonths(from, 1))}
        isDisabled={addMonths(from, 1) > latest}
      />
    </div>
  )
}
