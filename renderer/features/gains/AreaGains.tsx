import { useTranslation } from 'react-i18next'
import type { GainLine } from '../../../shared/contract/gains.ts'
import { valueOf, wilsonInterval } from '../../../shared/rules/rates.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Card, CardRow, StatTile } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useLevelWords } from '../assessments/levelWords.ts'

export type OpenGain = ((line: GainLine, title: string) => void) | undefined

interface AreaGainsProps {
  /** The lines of one skill area. */
  lines: readonly GainLine[]
  /** Opens the learners behind a line; undefined for those who see no names. */
  onOpen: OpenGain
}

/** "41.2 % · 14 of 34", with "small group" where it is one. */
function useRateText() {
  const { t, i18n } = useTranslation('gains')
  const decimal = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  return (rate: GainLine['gainRate']) => {
    if (rate.percent === null) return t('noneDue')
    const { numerator, denominator } = rate
    const text = t('rate', { percent: decimal.format(rate.percent), numerator, denominator })
    return rate.isSmallGroup ? t('smallGroup', { rate: text }) : text
  }
}

function useLineName() {
  const { t } = useTranslation('gains')
  const { short } = useLevelWords()
  return ({ kind, key, name }: GainLine) =>
    kind === 'total' ? t('everyone') : kind === 'entryLevel' ? short(Number(key)) : name
}

function useColumns(heading: string, onOpen: OpenGain): TableColumn<GainLine>[] {
  const { t, i18n } = useTranslation('gains')
  const rateText = useRateText()
  const nameOf = useLineName()
  const decimal = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return [
    {
      id: 'name',
      label: heading,
      isRowHeader: true,
      cell: (line) =>
        onOpen ? <Link onPress={() => onOpen(line, nameOf(line))}>{nameOf(line)}</Link> : nameOf(line),
    },
    { id: 'preTested', label: t('columns.preTested'), isNumeric: true, cell: ({ preTested }) => preTested },
    {
      id: 'postTestRate',
      label: t('columns.postTested'),
      isNumeric: true,
      cell: (line) => rateText(line.postTestRate),
    },
    { id: 'gainRate', label: t('columns.gained'), isNumeric: true, cell: (line) => rateText(line.gainRate) },
    {
      id: 'hoursPerLevel',
      label: t('columns.hoursPerLevel'),
      isNumeric: true,
      cell: ({ hoursPerLevel, gained }) =>
        hoursPerLevel === null ? '–' : t('hoursOf', { hours: decimal.format(hoursPerLevel), count: gained }),
    },
  ]
}

/** The gains of one skill area: in all, by entry level as a chart and a table, by class. */
export function AreaGains({ lines, onOpen }: AreaGainsProps) {
  const { t, i18n } = useTranslation('gains')
  const rateText = useRateText()
  const nameOf = useLineName()
  const levelColumns = useColumns(t('columns.entryLevel'), onOpen)
  const classColumns = useColumns(t('columns.class'), onOpen)
  const total = lines.find(({ kind }) => kind === 'total')
  if (!total) return null
  const byLevel = lines.filter(({ kind }) => kind === 'entryLevel')
  const byClass = lines.filter(({ kind }) => kind === 'section')
  const decimal = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  return (
    <>
      <CardRow>
        <StatTile label={t('tiles.preTested')} value={total.preTested} detail={t('tiles.preTestedNote')} />
        <StatTile
          label={t('tiles.postTested')}
          value={total.postTested}
          detail={rateText(total.postTestRate)}
        />
        <StatTile label={t('tiles.gained')} value={total.gained} detail={rateText(total.gainRate)} />
        <StatTile
          label={t('tiles.hoursPerLevel')}
          value={total.hoursPerLevel === null ? '–' : decimal.format(total.hoursPerLevel)}
          detail={t('tiles.hoursNote', { count: total.gained })}
        />
      </CardRow>
      <Card>
        <ChartWithTable
          title={t('byLevel')}
          columns={levelColumns}
          rows={[...byLevel, total]}
          rowKey={({ kind, key }) => `${kind} ${key}`}
          note={t('intervalNote')}
        >
          <BarChart
            title={t('byLevel')}
            description={t('chartDescription', { rate: rateText(total.gainRate) })}
            max={1}
            bars={[...byLevel, total].map((line) => {
              const ends = wilsonInterval(line.gainRate)
              return {
                id: `${line.kind} ${line.key}`,
                label: nameOf(line),
                value: valueOf(line.gainRate),
                text: rateText(line.gainRate),
                interval: ends ? ([ends.low, ends.high] as const) : undefined,
                isQuiet: line.kind === 'total',
              }
            })}
          />
        </ChartWithTable>
      </Card>
      {byClass.length > 0 && (
        <Card title={t('byClass')}>
          <SimpleTable
            caption={t('byClass')}
            columns={classColumns}
            rows={byClass}
            rowKey={({ key }) => key}
            totals={total}
          />
        </Card>
      )}
    </>
  )
}
