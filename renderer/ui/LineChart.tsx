import { useLocale } from 'react-aria-components'
import { ChartFrame } from './ChartFrame.tsx'
import { monthMarks, placeOfDay, spreadLabels } from './chartScales.ts'
import styles from './Chart.module.css'

export interface LineSeries {
  /** Its name in code. */
  readonly id: string
  /** The words at the right, at the height of its last value. */
  readonly label: string
  /** Its values, oldest first. */
  readonly points: readonly {
    /** The day, `YYYY-MM-DD`. */
    readonly day: string
    /** The value on the scale of `levels`. */
    readonly value: number
  }[]
}

export interface LineChartProps {
  /** What the chart shows. */
  title: string
  /** What can be read from it, in a sentence. */
  description: string
  /** Up to four lines; each has its own colour and marker, and both stand with its name at the right. */
  series: readonly LineSeries[]
  /** The values with names on the left, lowest first, such as levels 1 to 7; they are also the scale. */
  levels: readonly {
    /** The value. */
    readonly value: number
    /** Its name. */
    readonly label: string
  }[]
}

const levelHeight = 32
const topSpace = 12
const bottomSpace = 28
/** Between the plot and the middle of the marker beside a name. */
const markerRoom = 22
/** About the width of a letter of the chart's type, in pixels, to keep room for words before they are drawn. */
const letterWidth = 6.6

/** A few values over time, on a scale of named levels. */
export function LineChart({ title, description, series, levels }: LineChartProps) {
  const { locale } = useLocale()
  const plotHeight = Math.max(levels.length - 1, 1) * levelHeight
  const height = topSpace + plotHeight + bottomSpace
  const days = series.flatMap((line) => line.points.map((point) => Date.parse(point.day)))
  const span = [Math.min(...days), Math.max(...days)] as const
  const lowest = levels[0]?.value ?? 0
  const range = Math.max((levels.at(-1)?.value ?? 1) - lowest, 1)
  const room = (words: readonly string[]) =>
    Math.max(0, ...words.map((word) => word.length)) * letterWidth + 16
  const left = room(levels.map((level) => level.label))
  const right = room(series.map((line) => line.label)) + markerRoom
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const y = (value: number) => topSpace + plotHeight * (1 - (value - lowest) / range)
  return (
    <ChartFrame title={title} description={description} height={height}>
      {(width) => {
        const plotWidth = Math.max(width - left - right, 80)
        const x = (day: string) => left + placeOfDay(day, span, plotWidth)
        const lastY = series.map((line) => y(line.points.at(-1)?.value ?? lowest))
        const labelY = spreadLabels(lastY, 15, topSpace + plotHeight)
        return (
          <>
            {levels.map((level) => (
              <g key={level.value}>
                <line
                  className={styles.grid}
                  x1={left}
                  x2={left + plotWidth}
                  y1={y(level.value)}
                  y2={y(level.value)}
                />
                <text x={left - 10} y={y(level.value)} dy="0.35em" textAnchor="end">
                  {level.label}
                </text>
              </g>
            ))}
            {days.length > 0 &&
              monthMarks(span, Math.max(2, Math.floor(plotWidth / 90))).map((day) => (
                <g key={day}>
                  <line
                    className={styles.axis}
                    x1={x(day)}
                    x2={x(day)}
                    y1={height - bottomSpace}
                    y2={height - bottomSpace + 5}
                  />
                  <text x={x(day)} y={height - 8} textAnchor="middle">
                    {monthName.format(new Date(day))}
                  </text>
                </g>
              ))}
            {series.map((line, index) => (
              <g key={line.id} className={styles[`series${index % 4}`]}>
                <polyline
                  className={styles.line}
                  points={line.points.map((point) => `${x(point.day)},${y(point.value)}`).join(' ')}
                />
                {line.points.map((point) => (
                  <path
                    key={`${point.day} ${point.value}`}
                    className={styles.marker}
                    d={markers[index % markers.length]}
                    transform={`translate(${x(point.day)} ${y(point.value)})`}
                  />
                ))}
                <path
                  className={styles.marker}
                  d={markers[index % markers.length]}
                  transform={`translate(${left + plotWidth + markerRoom} ${labelY[index]})`}
                />
                <text
                  className={styles.ownColor}
                  x={left + plotWidth + markerRoom + 10}
                  y={labelY[index]}
                  dy="0.35em"
                >
                  {line.label}
                </text>
              </g>
            ))}
          </>
        )
      }}
    </ChartFrame>
  )
}

/** A disc, a square, a triangle and a diamond, each about 8 pixels wide around its middle. */
const markers = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  'M-3.5 -3.5h7v7h-7z',
  'M0 -4.5L4.5 3.5H-4.5z',
  'M0 -5L5 0L0 5L-5 0z',
]
