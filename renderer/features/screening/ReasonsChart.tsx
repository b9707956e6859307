import { useTranslation } from 'react-i18next'
import type { HoldingReasonCounts } from '../../../shared/contract/screenings.ts'
import { countWithinPoints } from '../../../shared/rules/screening/reasonsHoldingBack.ts'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useScreeningWords } from './screeningWords.ts'

/** How near is near, in scale-score points, in the words beside a reason. */
export const nearPoints = 5

const definitions = {
  notMet: 'reasonNotMet',
  unknown: 'reasonUnknown',
  near: 'reasonNear',
  withinReach: 'reasonWithinReach',
  onlyThis: 'reasonOnlyThis',
} as const

interface ReasonsChartProps {
  reasons: readonly HoldingReasonCounts[]
  requirements: readonly Requirement[]
  /** The screening kept, whose numbers open; none while it is only tried. */
  screeningId?: number
  /** Shows the learners behind a reason; without it the table only counts. */
  onShow?: (requirementKey: string) => void
}

/** What holds people back, most first: as bars, and the same numbers as a table. */
export function ReasonsChart({ reasons, requirements, screeningId, onShow }: ReasonsChartProps) {
  const { t } = useTranslation('screening')
  const { language, number } = useScreeningWords()
  const named = reasons.map((reason) => ({
    ...reason,
    name: requirements.find(({ key }) => key === reason.key)?.message[language] ?? reason.key,
    held: reason.notMet + reason.unknown,
    near: reason.pointsBelow.length > 0 ? countWithinPoints(reason, nearPoints) : null,
  }))
  const shown = (
    { key, name }: Pick<(typeof named)[number], 'key' | 'name'>,
    counted: keyof typeof definitions,
    count: number,
    title: string,
  ) =>
    screeningId === undefined ? (
      number(count)
    ) : (
      <ExplainedNumber
        number={{
          ...{ title, of: name, text: number(count), definition: definitions[counted] },
          asked: {
            explain: 'screening',
            input: {
              screeningId,
              counted: { kind: 'reason', requirementKey: key, number: counted, points: nearPoints },
            },
          },
        }}
      />
    )
  const first = named[0]
  if (first === undefined) return <p>{t('reasons.none')}</p>
  const said = ({ notMet, unknown, near }: (typeof named)[number]) =>
    [
      t('reasons.notMet', { count: notMet }),
      ...(unknown > 0 ? [t('reasons.unknown', { count: unknown })] : []),
      ...(near !== null ? [t('reasons.near', { count: near, points: nearPoints })] : []),
    ].join(' · ')
  return (
    <ChartWithTable
      title={t('reasons.title')}
      note={t('reasons.note')}
      rows={named}
      rowKey={({ key }) => key}
      columns={[
        {
          id: 'name',
          label: t('reasons.requirement'),
          cell: ({ key, name }) => (onShow ? <Link onPress={() => onShow(key)}>{name}</Link> : name),
        },
        {
          id: 'notMet',
          label: t('core:words.answerStates.notMet'),
          cell: (row) => shown(row, 'notMet', row.notMet, t('core:words.answerStates.notMet')),
          isNumeric: true,
        },
        {
          id: 'unknown',
          label: t('core:words.answerStates.unknown'),
          cell: (row) => shown(row, 'unknown', row.unknown, t('core:words.answerStates.unknown')),
          isNumeric: true,
        },
        {
          id: 'near',
          label: t('reasons.nearHeading', { points: nearPoints }),
          cell: (row) =>
            row.near === null
              ? '–'
              : shown(row, 'near', row.near, t('reasons.nearHeading', { points: nearPoints })),
          isNumeric: true,
        },
        {
          id: 'withinReach',
          label: t('counts.withinReach'),
          cell: (row) => shown(row, 'withinReach', row.withinReach, t('counts.withinReach')),
          isNumeric: true,
        },
        {
          id: 'onlyThis',
          label: t('reasons.onlyThis'),
          cell: (row) => shown(row, 'onlyThis', row.onlyThis, t('reasons.onlyThis')),
          isNumeric: true,
        },
      ]}
    >
      <BarChart
        title={t('reasons.title')}
        description={t('reasons.described', { name: first.name, count: first.held })}
        max={Math.max(...named.map(({ held }) => held))}
        bars={named.map((reason) => ({
          id: reason.key,
          label: reason.name,
          value: reason.held,
          text: said(reason),
        }))}
      />
    </ChartWithTable>
  )
}
