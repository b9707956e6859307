import { useLocale } from 'react-aria-components'
import { formatDay } from '../../ui/formatDay.ts'

/** Writes days and spans of days in the reader's way. */
export function useDays() {
  const { locale } = useLocale()
  const withoutYear = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const day = (iso: string) => formatDay(iso, locale)
  return {
    /** "Mar 9, 2026". */
    day,
    /** "Feb 2 – Jun 12, 2026": the year once where both days are in it. */
    span: (from: string, to: string) => {
      const isOneYear = from.slice(0, 4) === to.slice(0, 4)
      const start = isOneYear ? withoutYear.format(new Date(`${from}T00:00:00Z`)) : day(from)
      return `${start} – ${day(to)}`
    },
  }
}
