import { listName, type PersonName } from '../../../shared/values/names.ts'
import { Link } from '../../ui/Link.tsx'
import styles from './Today.module.css'

interface LearnerCellProps {
  learner: PersonName & { readonly learnerId: number; readonly sections: readonly string[] }
}

/** A learner's name, and the classes under it. */
export function LearnerCell({ learner }: LearnerCellProps) {
  return (
    <>
      <Link href={`#/learners/${learner.learnerId}`}>{listName(learner)}</Link>
      <span className={styles.under}>{learner.sections.join(', ')}</span>
    </>
  )
}
