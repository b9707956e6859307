import { useTranslation } from 'react-i18next'

/** Writes a program year by the years it touches: "2025–26". */
export function useProgramYear(): (endingYear: number) => string {
  const { t } = useTranslation('gains')
  return (endingYear) =>
    t('yearName', { from: String(endingYear - 1), to: String(endingYear % 100).padStart(2, '0') })
}
