import { useTranslation } from 'react-i18next'
import { mayMerge } from '../../../shared/contract/merges.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Link } from '../../ui/Link.tsx'
import { useLongQuery } from '../../useLongQuery.ts'
import { duplicatesPath } from './duplicatePaths.ts'

/** An item of a list: how many pairs of records wait for an answer; nothing for those who answer none. */
export function DuplicatesWaiting() {
  const { t } = useTranslation('duplicates')
  const mayAnswer = useMay(...mayMerge)
  const { data } = useLongQuery(api.duplicates.count, {}, { enabled: mayAnswer })
  if (!data || data.open === 0) return null
  return (
    <li>
      <Link href={`#${duplicatesPath}`}>{t('waiting', { count: data.open })}</Link>
    </li>
  )
}
