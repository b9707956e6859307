/**
 * Writes a day in the reader's way.
 *
 * @param iso the day, `YYYY-MM-DD`
 * @param locale a BCP 47 tag
 * @param length `medium`: "Mar 9, 1981"; `full`: with the weekday, in words; `numeric`: "3/9/1981"
 * @returns the text, or `iso` itself if it is no day, so that nothing is hidden
 */
export function formatDay(
  iso: string,
  locale: string,
  length: 'medium' | 'full' | 'numeric' = 'medium',
): string {
  const day = new Date(`${iso}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(iso) || Number.isNaN(day.getTime())) return iso
  return new Intl.DateTimeFormat(locale, { ...lengths[length], timeZone: 'UTC' }).format(day)
}

const lengths = {
  medium: { dateStyle: 'medium' },
  full: { dateStyle: 'full' },
  numeric: { year: 'numeric', month: 'numeric', day: 'numeric' },
} as const
