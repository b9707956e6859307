import { useTranslation } from 'react-i18next'
import type { LearnerPhone } from '../../../shared/contract/learnerFacts.ts'
import styles from './LearnerScreen.module.css'

/** Numbers in the order in which to try them; a trusted contact's name stands beside theirs. */
export function PhoneList({ phones }: { phones: readonly LearnerPhone[] }) {
  const { t } = useTranslation('learners')
  return (
    <ol className={styles.phones}>
      {phones.map(({ number, contactName }, index) => (
        <li key={index}>
          <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>
          {contactName !== null && (
            <span className={styles.quiet}> {t('page.trustedContact', { name: contactName })}</span>
          )}
        </li>
      ))}
    </ol>
  )
}
