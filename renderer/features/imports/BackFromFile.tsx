import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/Link.tsx'
import { useMayReadFiles } from './importRoles.ts'

/** Back to the files; to the classes for somebody who brings in only their attendance. */
export function BackFromFile() {
  const { t } = useTranslation('imports')
  return useMayReadFiles() ? (
    <Link href="#/files">{t('backToFiles')}</Link>
  ) : (
    <Link href="#/classes">{t('attendance:toClasses')}</Link>
  )
}
