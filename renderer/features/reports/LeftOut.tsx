import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice.tsx'

/** Says which tables a report for outside use leaves out, and why. */
export function LeftOut({ names }: { names: readonly string[] }) {
  const { t } = useTranslation('reports')
  if (names.length === 0) return null
  return <Notice>{t('core:reports.notes.leftOut', { sheets: names.join(', ') })}</Notice>
}
