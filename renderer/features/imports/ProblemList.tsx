import type { RowProblem } from '../../../shared/contract/importPlan.ts'
import styles from './Files.module.css'
import { useImportWords } from './useImportWords.ts'

interface ProblemListProps {
  title: string
  problems: readonly RowProblem[]
}

/** What is wrong with a row: the column, the reason and what to do. Nothing when all is well. */
export function ProblemList({ title, problems }: ProblemListProps) {
  const { problemText, columnName } = useImportWords()
  if (problems.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.problems}>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.column?.letter ?? ''}`}>
            {problem.column && <span className={styles.where}>{columnName(problem.column)}</span>}
            {problemText(problem)}
          </li>
        ))}
      </ul>
    </section>
  )
}
