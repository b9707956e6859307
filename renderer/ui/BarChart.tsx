import { barLines } from './barLines.ts'
import { ChartFrame } from './ChartFrame.tsx'
import styles from './Chart.module.css'

export interface BarChartProps {
  /** What the chart shows. */
  title: string
  /** What can be read from it, in a sentence. */
  description: string
  /** The bars, from top to bottom. */
  bars: readonly {
    /** Its name in code. */
    readonly id: string
    /** The words above the bar. */
    readonly label: string
    /** Its length on the scale; null for "none due". */
    readonly value: number | null
    /** The value in words at the end of the bar, such as "83.3 % · 20 of 24". */
    readonly text: string
    /** The ends of its 95 % interval. */
    readonly interval?: readonly [number, number] | undefined
    /** Draws it grey, for what is only compared with. */
    readonly isQuiet?: boolean
  }[]
  /** The end of the scale; 1 for rates. */
  max: number
  /** A value to compare with, drawn across all bars. */
  reference?:
    | {
        /** The value on the scale. */
        readonly value: number
        /** What it is, such as "Target 90 %". */
        readonly label: string
      }
    | undefined
}

const barHeight = 14
const lineHeight = 16
/** The room of a row beside its lines of words: above and below them, the bar, and what parts it from the next. */
const rowRoom = 28

type Bars = BarChartProps['bars']

/** The rows from top to bottom: their words, where the bar begins and where the next row does. */
function rowsOf(bars: Bars, top: number, width: number) {
  let next = top
  return bars.map((bar) => {
    const words = barLines(bar.label, bar.text, width)
    const lines = words.nameLines.length + (words.isTextBeside ? 0 : 1)
    const rowTop = next
    next += lines * lineHeight + rowRoom
    return { bar, ...words, rowTop, barTop: rowTop + lines * lineHeight + 4, end: next }
  })
}

/** Horizontal bars with their words above and their values at their ends. */
export function BarChart({ title, description, bars, max, reference }: BarChartProps) {
  const top = reference ? 22 : 0
  return (
    <ChartFrame
      title={title}
      description={description}
      height={(width) => rowsOf(bars, top, width).at(-1)?.end ?? top}
    >
      {(width) => {
        const x = (value: number) => (Math.min(Math.max(value, 0), max) / max) * width
        const referenceX = reference ? x(reference.value) : 0
        return (
          <>
            {rowsOf(bars, top, width).map(({ bar, nameLines, isTextBeside, rowTop, barTop }) => {
              const middle = barTop + barHeight / 2
              const ends = bar.interval?.map(x)
              const [low = 0, high = 0] = ends ?? []
              const whisker = `M${low} ${middle}H${high}M${low} ${middle - 4}v8M${high} ${middle - 4}v8`
              return (
                <g key={bar.id}>
                  {nameLines.map((line, index) => (
                    <text key={line} className={styles.strong} x={0} y={rowTop + 14 + index * lineHeight}>
                      {line}
                    </text>
                  ))}
                  <text
                    x={isTextBeside ? width : 0}
                    y={barTop - 6}
                    textAnchor={isTextBeside ? 'end' : 'start'}
                  >
                    {bar.text}
                  </text>
                  <rect className={styles.track} x={0} y={barTop} width={width} height={barHeight} rx={2} />
                  {bar.value !== null && (
                    <rect
                      className={bar.isQuiet ? styles.quietBar : styles.bar}
                      x={0}
                      y={barTop}
                      width={x(bar.value)}
                      height={barHeight}
                      rx={2}
                    />
                  )}
                  {reference && (
                    <line
                      className={styles.reference}
                      x1={referenceX}
                      x2={referenceX}
                      y1={barTop}
                      y2={barTop + barHeight + 5}
                    />
                  )}
                  {ends && (
                    <>
                      <path className={styles.whiskerBack} d={whisker} />
                      <path className={styles.whisker} d={whisker} />
                    </>
                  )}
                </g>
              )
            })}
            {reference && (
              <text
                className={styles.strong}
                x={referenceX}
                y={10}
                textAnchor={referenceX > width / 2 ? 'end' : 'start'}
              >
                {reference.label}
              </text>
            )}
          </>
        )
      }}
    </ChartFrame>
  )
}
