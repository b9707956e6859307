import { useTranslation } from 'react-i18next'
import type { PlannedRowView } from '../../../shared/contract/importPlan.ts'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import type { ImportRowState } from '../../../shared/values/imports.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useImportWords } from './useImportWords.ts'

/** A conflict is over once all of it is decided. */
type ShownState = ImportRowState | 'decided'

export const meaningOf: Readonly<Record<ShownState, Meaning>> = {
  new: 'success',
  changed: 'info',
  unchanged: 'neutral',
  conflict: 'warning',
  decided: 'info',
  possibleDuplicate: 'warning',
  refused: 'danger',
}

/** The state of a row as it is after what was decided about it. */
export const shownState = ({ state, conflicts }: PlannedRowView): ShownState =>
  state === 'conflict' && conflicts.every(({ choice }) => choice !== null) ? 'decided' : state

/** The columns of the plan, with the reason or the change of each row in one line. */
export function usePlannedColumns(guess: ColumnsGuess): TableColumn<PlannedRowView>[] {
  const { t, i18n } = useTranslation('imports')
  const { fieldName, valueText, problemText } = useImportWords(guess)
  const number = new Intl.NumberFormat(i18n.language)

  function inOneLine({ state, refusals, leftOut, changes, conflicts, choice }: PlannedRowView): string {
    const contested = conflicts[0]?.values[0]
    if (state === 'conflict' && contested) {
      return t('conflicts.short', {
        field: fieldName(contested.field),
        typed: valueText(contested.field, contested.before),
        file: valueText(contested.field, contested.after),
      })
    }
    const problem = refusals[0] ?? leftOut[0]
    if (problem) {
      const text = problemText(problem)
      return problem.column ? `${problem.column.heading}: ${text}` : text
    }
    if (choice !== null) return t(`choices.${choice}.short`)
    if (state !== 'changed') return ''
    return changes
      .map(({ field, before, after }) =>
        before === null
          ? `${fieldName(field)}: ${valueText(field, after)}`
          : `${fieldName(field)}: ${valueText(field, before)} → ${valueText(field, after)}`,
      )
      .join(' · ')
  }

  return [
    {
      id: 'number',
      label: t('review.row'),
      isNumeric: true,
      minWidth: 56,
      share: 0,
      cell: (row) => number.format(row.number),
    },
    {
      id: 'state',
      label: t('review.state'),
      minWidth: 168,
      share: 0,
      cell: (row) => (
        <StatusDot kind={meaningOf[shownState(row)]}>{t(`rowStates.${shownState(row)}`)}</StatusDot>
      ),
    },
    {
      id: 'name',
      label: t('review.name'),
      isRowHeader: true,
      minWidth: 150,
      share: 2,
      cell: ({ name }) => name || '–',
    },
    {
      id: 'studentId',
      label: t('review.studentNumber'),
      minWidth: 104,
      share: 0,
      cell: ({ studentId }) => studentId ?? '–',
    },
    {
      id: 'summary',
      label: t(`review.about.${guess.kind ?? 'roster'}`),
      minWidth: 98,
      cell: ({ summary }) => summary,
    },
    { id: 'why', label: t('review.why'), minWidth: 182, share: 3, cell: inOneLine },
  ]
}
