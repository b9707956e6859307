import { useTranslation } from 'react-i18next'
import { Notice } from '../ui/Notice.tsx'
import { useOwnClassesOnly } from './ownClassesOnly.ts'

/** Says above numbers of a whole program that they count the reader's own learners alone; also on paper. */
export function OwnClassesNotice() {
  const { t } = useTranslation('shell')
  return useOwnClassesOnly() ? <Notice>{t('ownClassesOnly')}</Notice> : null
}
