import { useLocale } from 'react-aria-components'
import { formatDay } from '../../ui/formatDay.ts'

/** Writes days and spans of days in the reader's way. */
export function useDays() {
  const { locale } = useLocale()
  const spans = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    /** "Mar 9, 2026". */
    day: (iso: string) => formatDay(iso, locale),
    /** "Feb 2 – Jun 12, 2026". */
    span: (from: string, to: string) =>
      spans.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
  }
}
