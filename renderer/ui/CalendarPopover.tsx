import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarMonthPicker,
  CalendarYearPicker,
  Dialog,
  DialogTrigger,
  Popover,
} from 'react-aria-components'
import { parseDate } from '@internationalized/date'
import type { Key } from 'react-aria-components'
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
                <CalendarMonthPicker format="long">
                  {(picker) => <PartPicker {...picker} />}
                </CalendarMonthPicker>
                <CalendarYearPicker visibleYears={100}>
                  {(picker) => <PartPicker {...picker} />}
                </CalendarYearPicker>
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

/** A plain list of months or years: typing jumps to one, and it never covers the days. */
function PartPicker(picker: {
  'aria-label': string
  value: Key
  onChange: (key: Key | null) => void
  items: readonly { id: number; formatted: string }[]
}) {
  return (
    <select
      aria-label={picker['aria-label']}
      value={picker.value}
      onChange={(event) => picker.onChange(Number(event.target.value))}
      className={styles.part}
    >
      {picker.items.map((item) => (
        <option key={item.id} value={item.id}>
          {item.formatted}
        </option>
      ))}
    </select>
  )
}
