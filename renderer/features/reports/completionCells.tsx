import type { TFunction } from 'i18next'
import type { CompletionLine, CompletionNumber } from '../../../shared/contract/reports.ts'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { CountCell, LineName, RateCell, type OpenNumber } from './NumberCell.tsx'
import type { OpenedNumber } from './opened.ts'
import type { useReportText } from './useReportText.ts'

type Text = ReturnType<typeof useReportText>
type Translate = TFunction<'reports'>

export const countedNumbers = ['completed', 'withdrew', 'excluded', 'stillIn'] as const
export const listedNumbers = ['didNotStart', 'notYetStarted'] as const

/** What a count of a completion line opens. */
export function openedCount(
  line: CompletionLine,
  number: CompletionNumber & keyof typeof definitionOf,
  { lineName }: Text,
  t: Translate,
): OpenedNumber {
  const title = t(`core:reports.columns.${number}`)
  return {
    title,
    of: lineName(line),
    definition: definitionOf[number],
    groups: [{ id: number, label: title, asked: { report: 'completion', line: lineKey(line), number } }],
  }
}

/** Each number has a definition of its own name. */
const definitionOf = {
  enrolled: 'enrolled',
  completed: 'completed',
  withdrew: 'withdrew',
  excluded: 'excluded',
  stillIn: 'stillIn',
  didNotStart: 'didNotStart',
  notYetStarted: 'notYetStarted',
} as const

const lineKey = ({ kind, key }: CompletionLine) => ({ kind, key })

/** What a rate of a completion line opens: its numerator and its denominator. */
export function openedRate(
  line: CompletionLine,
  rate: 'completionRate' | 'finishedRate',
  { lineName }: Text,
  t: Translate,
): OpenedNumber {
  const asked = (number: CompletionNumber) => ({ report: 'completion' as const, line: lineKey(line), number })
  return {
    title: t(`core:reports.columns.${rate}`),
    of: lineName(line),
    definition: rate,
    groups: [
      { id: 'numerator', label: t('core:reports.columns.completed'), asked: asked('completed') },
      {
        id: 'denominator',
        label: t('reports:denominator'),
        asked: asked(rate === 'completionRate' ? 'inRate' : 'finished'),
      },
    ],
  }
}

/** The columns of a table of completion lines. */
export function completionColumns(
  nameLabel: string,
  text: Text,
  t: Translate,
  onOpen: OpenNumber,
): TableColumn<CompletionLine>[] {
  const count = (number: 'enrolled' | (typeof countedNumbers)[number] | (typeof listedNumbers)[number]) => ({
    id: number,
    label: t(`core:reports.columns.${number}`),
    isNumeric: true,
    cell: (line: CompletionLine) => (
      <CountCell value={line[number]} opened={openedCount(line, number, text, t)} onOpen={onOpen} />
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
        opened={openedRate(line, id, text, t)}
        onOpen={onOpen}
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
