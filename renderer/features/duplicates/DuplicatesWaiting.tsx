import { useTranslation } from 'react-i18next'
import { mayMerge } from '../../../shared/contract/merges.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Link } from '../../ui/Link.tsx'
import { useLongQuery } from '../../useLongQuery.ts'
import { duplicatesPath } from './duplicatePaths.ts'

/** How many pairs of records wait for an answer, and the way to them; nothing for those who answer none. */
export function DuplicatesWaiting() {
  const { t } = useTranslation('duplicates')
  const mayAnswer = useMay(...mayMerge)
  const { data } = useLongQuery(api.duplicates.count, {}, { enabled: mayAnswer })
  if (!data || data.open === 0) return null
  return <Link href={`#${duplicatesPath}`}>{t('waiting', { count: data.open })}</Link>
}
