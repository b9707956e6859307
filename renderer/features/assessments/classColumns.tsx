import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { listName } from '../../../shared/values/names.ts'
import type { EntryColumn } from '../../ui/entryColumns.ts'
import { formatDay } from '../../ui/formatDay.ts'
import type { CellProblem, ClassRow } from './classRow.ts'
import styles from './ClassAssessmentsScreen.module.css'
import { useLevelWords } from './levelWords.ts'
import { lastTestOf } from './sittings.ts'
import type { TestChoice } from './testChoice.ts'

/** What the core said of a cell when the class was sent, by learner. */
export type CoreErrors = Readonly<Record<number, Readonly<Partial<Record<CellProblem['cell'], string>>>>>

/** The columns of a class's grid: who, where they stood, form, score, and the reasons that some row needs. */
export function useClassColumns(
  { skillArea }: TestChoice,
  rows: readonly ClassRow[],
  coreErrors: CoreErrors,
  isReadOnly: boolean,
): EntryColumn<ClassRow>[] {
  const { t } = useTranslation('assessments')
  const { locale } = useLocale()
  const levelWords = useLevelWords()

  const errorOf = (row: ClassRow, cell: CellProblem['cell']): string | undefined => {
    const problem = row.problems.find((candidate) => candidate.cell === cell)
    return problem ? t(`core:${problem.code}`, problem.values) : coreErrors[row.member.learnerId]?.[cell]
  }
  function lastTest({ member }: ClassRow) {
    if (skillArea === null) return null
    const last = lastTestOf(member.assessments, skillArea)
    if (last === null) return <span className={styles.quiet}>{t('last.noneShort')}</span>
    return (
      <>
        {[last.scoreText, levelWords.ofRecord(last)].filter(Boolean).join(' · ')}
        <span className={styles.quiet}>{`${last.form} · ${formatDay(last.testedOn, locale)}`}</span>
      </>
    )
  }

  const columns: EntryColumn<ClassRow>[] = [
    {
      id: 'learner',
      label: t('fields.learner'),
      kind: 'shown',
      width: '13rem',
      cell: ({ member }) => (
        <>
          {listName(member)}
          <span className={styles.quiet}>{member.studentId ?? '\u00a0'}</span>
        </>
      ),
    },
    { id: 'last', label: t('class.last'), kind: 'shown', width: '10.5rem', cell: lastTest },
    {
      id: 'form',
      label: t('fields.form'),
      kind: 'text',
      width: '9rem',
      value: ({ typed }) => typed.form,
      state: (row) => ({
        isReadOnly,
        error: errorOf(row, 'form'),
        hint: row.isBlank || row.typed.form.trim() !== '' || row.form === '' ? undefined : row.form,
      }),
    },
    {
      id: 'scoreText',
      label: t('fields.score'),
      kind: 'number',
      width: '13rem',
      value: ({ typed }) => typed.scoreText,
      state: (row) => ({
        isReadOnly,
        error: errorOf(row, 'scoreText'),
        hint: row.reading === null ? undefined : levelWords.cell(row.reading),
      }),
    },
  ]
  if (rows.some(({ asksForReason }) => asksForReason))
    columns.push({
      id: 'reason',
      label: t('fields.reason'),
      kind: 'text',
      width: '14rem',
      value: ({ typed }) => typed.reason,
      state: ({ asksForReason }) => ({ isReadOnly: isReadOnly || !asksForReason }),
    })
  if (rows.some(({ asksForEarlyReason }) => asksForEarlyReason))
    columns.push({
      id: 'earlyReason',
      label: t('fields.earlyReason'),
      kind: 'text',
      width: '14rem',
      value: ({ typed }) => typed.earlyReason,
      state: ({ typed, asksForEarlyReason, earlyReason }) => ({
        isReadOnly: isReadOnly || !asksForEarlyReason,
        hint: asksForEarlyReason && typed.earlyReason.trim() === '' ? earlyReason || undefined : undefined,
      }),
    })
  return columns
}
