import { useTranslation } from 'react-i18next'

/** Writes a moment, ISO 8601 in UTC, as day and time of this machine in the reader's way. */
export function useMoment(): (iso: string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (iso) => format.format(new Date(iso))
}
