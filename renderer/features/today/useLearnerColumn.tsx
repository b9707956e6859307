import { useTranslation } from 'react-i18next'
import type { LearnerToDo } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { Link } from '../../ui/Link.tsx'
import styles from './Today.module.css'

/** The first column of every list of learners: the name, and the classes under it. */
export function useLearnerColumn() {
  const { t } = useTranslation('today')
  return {
    id: 'learner',
    label: t('columns.learner'),
    isRowHeader: true,
    cell: (learner: LearnerToDo) => (
      <>
        <Link href={`#/learners/${learner.learnerId}`}>{listName(learner)}</Link>
        <span className={styles.under}>{learner.sections.join(', ')}</span>
      </>
    ),
  }
}
