import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarStateContext,
  Dialog,
  DialogTrigger,
  Popover,
  useLocale,
} from 'react-aria-components'
import { parseDate } from '@internationalized/date'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import { CalendarIcon, NextIcon, PreviousIcon } from './icons.ts'
import overlay from './ListOverlay.module.css'
import styles from './CalendarPopover.module.css'

export interface CalendarPopoverProps {
  /** The day chosen, `YYYY-MM-DD`, or null. */
  value: string | null
  /** Called with the day that was picked. */
  onPick: (iso: string) => void
  /** The day on which it opens if none is chosen. */
  today: string
  /** The first day that can be picked. */
  earliest?: string | undefined
  /** The last day that can be picked. */
  latest?: string | undefined
  /** Whether it can't be opened now. */
  isDisabled?: boolean
}

/** The first year offered where nothing earlier is asked for: older than any learner. */
const oldestYear = 1920

/** A button that opens a calendar, with lists for the month and the year so that 1981 is not 500 presses away. */
export function CalendarPopover(props: CalendarPopoverProps) {
  const { value, onPick, today, earliest, latest, isDisabled } = props
  const { t } = useTranslation('ui')
  const start = value ?? (latest !== undefined && latest < today ? latest : today)
  return (
    <DialogTrigger>
      {/* Not the field itself: `slot={null}` keeps the field's name and description off the button. */}
      <IconButton
        slot={null}
        isSmall
        icon={CalendarIcon}
        label={t('openCalendar')}
        isDisabled={isDisabled ?? false}
        hasTooltip={false}
      />
      <Popover className={overlay.popover ?? ''} placement="bottom end" offset={6}>
        <Dialog aria-label={t('openCalendar')} className={styles.dialog ?? ''}>
          {({ close }) => (
            <Calendar
              value={value === null ? null : parseDate(value)}
              defaultFocusedValue={parseDate(start)}
              onChange={(day) => {
                onPick(day.toString())
                close()
              }}
              autoFocus
              {...(earliest === undefined ? {} : { minValue: parseDate(earliest) })}
              {...(latest === undefined ? {} : { maxValue: parseDate(latest) })}
            >
              <header className={styles.header}>
                <AriaButton slot="previous" className={styles.turn ?? ''}>
                  <PreviousIcon aria-hidden size={18} />
                </AriaButton>
                <MonthAndYear
                  firstYear={earliest === undefined ? oldestYear : Number(earliest.slice(0, 4))}
                  lastYear={
                    latest === undefined ? Number(today.slice(0, 4)) + 10 : Number(latest.slice(0, 4))
                  }
                />
                <AriaButton slot="next" className={styles.turn ?? ''}>
                  <NextIcon aria-hidden size={18} />
                </AriaButton>
              </header>
              <CalendarGrid className={styles.grid ?? ''}>
                {(date) => <CalendarCell date={date} className={styles.cell ?? ''} />}
              </CalendarGrid>
            </Calendar>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** The month and the year as plain lists: typing jumps to one. A day past the last one allowed goes back to it. */
function MonthAndYear({ firstYear, lastYear }: { firstYear: number; lastYear: number }) {
  const { t } = useTranslation('ui')
  const { locale } = useLocale()
  const calendar = useContext(CalendarStateContext)
  if (calendar === null) return null
  const { focusedDate } = calendar
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => lastYear - index)
  return (
    <>
      <select
        aria-label={t('month')}
        value={focusedDate.month}
        onChange={(event) => calendar.setFocusedDate(focusedDate.set({ month: Number(event.target.value) }))}
        className={styles.part}
      >
        {Array.from({ length: 12 }, (_, index) => (
          <option key={index} value={index + 1}>
            {monthName.format(new Date(Date.UTC(2023, index, 1)))}
          </option>
        ))}
      </select>
      <select
        aria-label={t('year')}
        value={focusedDate.year}
        onChange={(event) => calendar.setFocusedDate(focusedDate.set({ year: Number(event.target.value) }))}
        className={styles.part}
      >
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </>
  )
}
