import { useTranslation } from 'react-i18next'
import { keptAtMostUntil } from '../../../shared/rules/backupThinning.ts'
import type { ErasedCounts, RemainingCounts } from '../../../shared/contract/keep.ts'
import { useSession } from '../../shell/session.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import styles from './Keep.module.css'

const goingKinds = [
  'phones',
  'classes',
  'assessments',
  'attendance',
  'hours',
  'evidence',
  'contacts',
  'screenings',
  'waitingPlaces',
  'changes',
] as const

/** What an erasure takes away, what stays as counts, and where else the people still are. */
export function ErasePreview({ goes, stays }: { goes: ErasedCounts; stays: RemainingCounts }) {
  const { t } = useTranslation('keep')
  const { day } = useLearnerWords()
  const { today } = useSession()
  const going = goingKinds.filter((kind) => goes[kind] > 0)
  const staying = (['cohorts', 'attempts', 'decisions'] as const).filter((kind) => stays[kind] > 0)
  return (
    <>
      <h3>{t('erase.goesTitle')}</h3>
      <p>{t('erase.goesAlways', { count: goes.people })}</p>
      {going.length > 0 && (
        <ul className={styles.counts}>
          {going.map((kind) => (
            <li key={kind}>{t(`erase.goes.${kind}`, { count: goes[kind] })}</li>
          ))}
        </ul>
      )}
      <h3>{t('erase.staysTitle')}</h3>
      {staying.length === 0 ? (
        <p>{t('erase.staysNothing')}</p>
      ) : (
        <ul className={styles.counts}>
          {staying.map((kind) => (
            <li key={kind}>{t(`erase.stays.${kind}`, { count: stays[kind] })}</li>
          ))}
        </ul>
      )}
      <p>
        {t('erase.elsewhere', { gone: day(keptAtMostUntil({ madeAt: `${today}T12:00:00Z` }).slice(0, 10)) })}
      </p>
    </>
  )
}
