import { useTranslation } from 'react-i18next'

/** Writes a moment, ISO 8601 in UTC, as day and time of this machine in the reader's way. */
export function useMoment(): (iso: string) => string {
  const { i18n } = useTranslation()
  // "p.m." would end a Spanish sentence with two points.
  const hours = i18n.resolvedLanguage === 'es' ? ({ hourCycle: 'h23' } as const) : {}
  const format = new Intl.DateTimeFormat(i18n.language, {
    ...{ dateStyle: 'medium', timeStyle: 'short' },
    ...hours,
  })
  return (iso) => format.format(new Date(iso))
}
