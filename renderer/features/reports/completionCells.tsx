import type { TFunction } from 'i18next'
import type { CompletionLine } from '../../../shared/contract/reports.ts'
import type { TableColumn } from '../../ui/tableColumns.ts'
import type { CompletionNumbers } from '../explain/cohortNumbers.ts'
import { CountCell, LineName, RateCell } from './NumberCell.tsx'
import { namedLine, type useReportText } from './useReportText.ts'

type Text = ReturnType<typeof useReportText>
type Translate = TFunction<'reports'>

export const countedNumbers = ['completed', 'withdrew', 'excluded', 'stillIn'] as const
export const listedNumbers = ['didNotStart', 'notYetStarted'] as const

/** The columns of a table of completion lines. */
export function completionColumns(
  nameLabel: string,
  text: Text,
  t: Translate,
  numbers: CompletionNumbers,
): TableColumn<CompletionLine>[] {
  const count = (id: 'enrolled' | (typeof countedNumbers)[number] | (typeof listedNumbers)[number]) => ({
    id,
    label: t(`core:reports.columns.${id}`),
    isNumeric: true,
    cell: (line: CompletionLine) => (
      <CountCell value={line[id]} number={numbers.of(namedLine(line, text), id)} />
    ),
  })
  const rate = (id: 'completionRate' | 'finishedRate') => ({
    id,
    label: t(`core:reports.columns.${id}`),
    isNumeric: true,
    cell: (line: CompletionLine) => (
      <RateCell
        rate={line[id]}
        isFinal={id === 'completionRate' ? line.isFinal : true}
        number={numbers.of(namedLine(line, text), id)}
      />
    ),
  })
  return [
    { id: 'name', label: nameLabel, cell: (line) => <LineName line={line} /> },
    count('enrolled'),
    ...countedNumbers.map(count),
    ...listedNumbers.map(count),
    rate('completionRate'),
    rate('finishedRate'),
  ]
}
