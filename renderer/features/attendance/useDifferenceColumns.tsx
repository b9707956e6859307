import { useTranslation } from 'react-i18next'
import type { SheetDifferenceRow } from '../../../shared/contract/sheetComparison.ts'
import type { SheetDifference } from '../../../shared/values/sheetComparison.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'

type Row = SheetDifferenceRow & { readonly index: number }

const meanings: Readonly<Record<SheetDifference, Meaning>> = {
  differs: 'warning',
  onlyInSheet: 'info',
  onlyOnRecord: 'info',
  length: 'warning',
  meetingNotInSheet: 'neutral',
  learnerNotInSheet: 'neutral',
  notUnderstood: 'danger',
}

/** Day, learner, and what each side says; the class where there are several. */
export function useDifferenceColumns(rows: readonly SheetDifferenceRow[]): DataColumn<Row>[] {
  const { t, i18n } = useTranslation('attendance')
  const number = new Intl.NumberFormat(i18n.language)
  const column = (
    id: 'class' | 'day' | 'name' | 'difference' | 'onRecord' | 'inSheet' | 'row' | 'remark',
  ) => ({
    ...{ id, label: t(`comparison.columns.${id}`) },
  })
  const isLacking = ({ kind }: Row) => kind === 'meetingNotInSheet' || kind === 'learnerNotInSheet'

  function remark({ kind, problem, onRecord, ...row }: Row): string {
    if (problem) {
      const text = t(`core:${problem.code}`, problem.values)
      return problem.column ? `${problem.column.heading}: ${text}` : text
    }
    return isLacking({ ...row, kind, problem, onRecord })
      ? t('core:attendance.comparison.marks', { count: Number(onRecord) })
      : ''
  }

  const several = new Set(rows.map(({ sectionCode }) => sectionCode)).size > 1
  return [
    ...(several ? [{ ...column('class'), cell: ({ sectionCode }: Row) => sectionCode }] : []),
    {
      ...column('day'),
      cell: ({ heldOn }) => (heldOn === null ? '–' : formatDay(heldOn, i18n.language, 'numeric')),
      sortValue: ({ heldOn }) => heldOn,
    },
    {
      ...column('name'),
      isRowHeader: true,
      share: 2,
      cell: ({ learnerId, name }) =>
        learnerId === null ? name || '–' : <Link href={`#/learners/${learnerId}`}>{name}</Link>,
      sortValue: ({ name }) => name,
    },
    {
      ...column('difference'),
      cell: ({ kind }) => (
        <StatusDot kind={meanings[kind]}>{t(`core:words.sheetDifferences.${kind}`)}</StatusDot>
      ),
      sortValue: ({ kind }) => kind,
    },
    { ...column('onRecord'), cell: (row) => (isLacking(row) ? '–' : (row.onRecord ?? '–')) },
    { ...column('inSheet'), cell: ({ inSheet }) => inSheet ?? '–' },
    {
      ...column('row'),
      isNumeric: true,
      cell: ({ rowNumber }) => (rowNumber === null ? '–' : number.format(rowNumber)),
    },
    { ...column('remark'), share: 2, cell: remark },
  ]
}
