import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GainNumber } from '../../../shared/contract/explain.ts'
import type { GainLine } from '../../../shared/contract/gains.ts'
import { valueOf, wilsonInterval } from '../../../shared/rules/rates.ts'
import { BarChart } from '../../ui/BarChart.tsx'
import { Card, CardRow, StatTile } from '../../ui/Card.tsx'
import { ChartWithTable } from '../../ui/ChartWithTable.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { tenths } from '../../ui/tenths.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { useLevelWords } from '../assessments/levelWords.ts'
import { ClassGains } from './ClassGains.tsx'

interface AreaGainsProps {
  /** The lines of one skill area. */
  lines: readonly GainLine[]
  programYear: number
}

/** "41.2% · 14 of 34", with "small group" where it is one. */
function useRateText() {
  const { t, i18n } = useTranslation('gains')
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', ...tenths })
  return (rate: GainLine['gainRate']) => {
    if (rate.percent === null) return t('noneDue')
    const { numerator, denominator } = rate
    const text = t('rate', { rate: percent.format(rate.percent / 100), numerator, denominator })
    return rate.isSmallGroup ? t('smallGroup', { rate: text }) : text
  }
}

function useLineName() {
  const { t } = useTranslation('gains')
  const { short } = useLevelWords()
  return ({ kind, key, name }: GainLine) =>
    kind === 'total' ? t('everyone') : kind === 'entryLevel' ? short(Number(key)) : name
}

type CellOf = (line: GainLine, number: GainNumber, text?: string) => ReactNode

/** Writes each number of a line and lets it be opened. */
function useNumberCell(programYear: number): CellOf {
  const { t, i18n } = useTranslation('gains')
  const rateText = useRateText()
  const nameOf = useLineName()
  const decimal = new Intl.NumberFormat(i18n.language, tenths)
  const whole = new Intl.NumberFormat(i18n.language)
  function textOf(line: GainLine, number: GainNumber) {
    if (number === 'gainRate' || number === 'postTestRate') return rateText(line[number])
    if (number !== 'hoursPerLevel') return whole.format(line[number])
    const { hoursPerLevel, gained } = line
    return hoursPerLevel === null
      ? '–'
      : t('hoursOf', { hours: decimal.format(hoursPerLevel), count: gained })
  }
  return (line, number, text = textOf(line, number)) => {
    const { kind, key, skillArea } = line
    return (
      <ExplainedNumber
        number={{
          title: t(`numbers.${number}`),
          of: [t(`core:words.skillAreas.${skillArea}`), nameOf(line)].join(' · '),
          text,
          definition: number,
          asked: { explain: 'gains', input: { programYear, kind, key, skillArea, number } },
        }}
      />
    )
  }
}

function useColumns(heading: string, cell: CellOf): TableColumn<GainLine>[] {
  const { t } = useTranslation('gains')
  const nameOf = useLineName()
  return [
    {
      id: 'name',
      label: heading,
      isRowHeader: true,
      cell: nameOf,
    },
    ...(
      [
        ['preTested', t('columns.preTested')],
        ['postTestRate', t('columns.postTested')],
        ['gainRate', t('columns.gained')],
        ['hoursPerLevel', t('columns.hoursPerLevel')],
      ] as const
    ).map(([id, label]) => ({ id, label, isNumeric: true, cell: (line: GainLine) => cell(line, id) })),
  ]
}

/** The gains of one skill area: in all, by entry level as a chart and a table, by class. */
export function AreaGains({ lines, programYear }: AreaGainsProps) {
  const { t, i18n } = useTranslation('gains')
  const decimal = new Intl.NumberFormat(i18n.language, tenths)
  const rateText = useRateText()
  const nameOf = useLineName()
  const cell = useNumberCell(programYear)
  const levelColumns = useColumns(t('columns.entryLevel'), cell)
  const classColumns = useColumns(t('columns.class'), cell)
  const total = lines.find(({ kind }) => kind === 'total')
  if (!total) return null
  const byLevel = lines.filter(({ kind }) => kind === 'entryLevel')
  const byClass = lines.filter(({ kind }) => kind === 'section')
  return (
    <>
      <CardRow>
        <StatTile
          label={t('tiles.preTested')}
          value={cell(total, 'preTested')}
          detail={t('tiles.preTestedNote')}
        />
        <StatTile
          label={t('tiles.postTested')}
          value={cell(total, 'postTested')}
          detail={cell(total, 'postTestRate')}
        />
        <StatTile label={t('tiles.gained')} value={cell(total, 'gained')} detail={cell(total, 'gainRate')} />
        <StatTile
          label={t('tiles.hoursPerLevel')}
          value={cell(
            total,
            'hoursPerLevel',
            total.hoursPerLevel === null ? '–' : decimal.format(total.hoursPerLevel),
          )}
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
        <ClassGains key={total.skillArea} lines={byClass} total={total} columns={classColumns} />
      )}
    </>
  )
}
