import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { LearnerDraft } from './learnerDraft.ts'
import { learnerPath } from './learnerPaths.ts'
import { useLearnerWords } from './learnerWords.ts'
import styles from './LearnerScreen.module.css'

/** People on record who may be the one being typed, while it is being typed. Nothing stops the typing. */
export function SimilarLearners({ draft }: { draft: LearnerDraft }) {
  const { t } = useTranslation('learners')
  const { day } = useLearnerWords()
  const typed = useDeferredValue(draft)
  const phones = typed.phones.map(({ number }) => number).filter((number) => number.trim() !== '')
  const { familyName, givenName, preferredName, birthDate, studentId } = typed
  const similar = useQuery(
    api.learners.similar.queryOptions({
      input: { familyName, givenName, preferredName, birthDate, studentId, phones },
      enabled: familyName.trim().length > 1,
      placeholderData: (before) => before,
    }),
  )
  const found = familyName.trim().length > 1 ? (similar.data ?? []) : []
  return (
    <div role="status" className={styles.similarBox}>
      {found.length === 0 ? (
        <p className={styles.quiet}>{t('similar.none')}</p>
      ) : (
        <Notice kind="warning">
          {t('similar.title', { count: found.length })}
          <ul className={styles.similar}>
            {found.map((learner) => (
              <li key={learner.id}>
                <Link href={`#${learnerPath(learner.id)}`}>{displayName(learner)}</Link>
                <span className={styles.quiet}>
                  {' '}
                  {[
                    learner.studentId && t('page.studentId', { id: learner.studentId }),
                    learner.birthDate && t('page.born', { day: day(learner.birthDate) }),
                    ...learner.sectionCodes,
                    learner.reasons.map((reason) => t(`core:words.duplicateReasons.${reason}`)).join(', '),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}
