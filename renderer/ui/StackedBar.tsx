import type { Meaning } from './Badge.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import styles from './Chart.module.css'

export interface StackedBarProps {
  /** What the chart shows. */
  title: string
  /** What can be read from it, in a sentence. */
  description: string
  /** The bars, from top to bottom; all share one scale. */
  bars: readonly {
    /** Its name in code. */
    readonly id: string
    /** The words above the bar. */
    readonly label: string
    /** Its parts, left to right; those of zero are left out. */
    readonly parts: readonly {
      /** Its name in code. */
      readonly id: string
      /** What it counts, such as "completed". */
      readonly label: string
      /** How many. */
      readonly count: number
      /** What its colour means. */
      readonly kind: Meaning
    }[]
  }[]
}

const rowHeight = 68
const barHeight = 20
/** About the width of a letter, in pixels, to know what fits. */
const letterWidth = 6.6

/** Wholes and their parts; every part is named under its bar with its colour, so there is no legend to look up. */
export function StackedBar({ title, description, bars }: StackedBarProps) {
  const totals = bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.count, 0))
  const largest = Math.max(1, ...totals)
  return (
    <ChartFrame title={title} description={description} height={bars.length * rowHeight}>
      {(width) =>
        bars.map((bar, index) => {
          const barTop = index * rowHeight + 20
          const parts = placeParts(bar.parts, width / largest)
          return (
            <g key={bar.id}>
              <text className={styles.strong} x={0} y={barTop - 6}>
                {bar.label}
              </text>
              <text x={width} y={barTop - 6} textAnchor="end">
                {totals[index]}
              </text>
              {parts.map((part) => (
                <g key={part.id} className={styles[part.kind]}>
                  <rect
                    className={styles.part}
                    x={part.left}
                    y={barTop}
                    width={part.length}
                    height={barHeight}
                    rx={2}
                  />
                  {part.length > String(part.count).length * letterWidth + 8 && (
                    <text
                      className={styles.inPart}
                      x={part.left + part.length / 2}
                      y={barTop + barHeight / 2}
                      dy="0.35em"
                      textAnchor="middle"
                    >
                      {part.count}
                    </text>
                  )}
                  <rect
                    className={styles.part}
                    x={part.nameLeft}
                    y={barTop + barHeight + 7}
                    width={10}
                    height={10}
                    rx={2}
                  />
                  <text x={part.nameLeft + 14} y={barTop + barHeight + 16}>
                    {part.name}
                  </text>
                </g>
              ))}
            </g>
          )
        })
      }
    </ChartFrame>
  )
}

/** Where each part and its name stand, in pixels from the left; names follow each other in the order of the parts. */
function placeParts(parts: StackedBarProps['bars'][number]['parts'], pixelsEach: number) {
  let left = 0
  let nameLeft = 0
  return parts
    .filter((part) => part.count > 0)
    .map((part) => {
      const name = `${part.label} ${part.count}`
      const placed = { ...part, name, left, nameLeft, length: part.count * pixelsEach }
      left += placed.length
      nameLeft += name.length * letterWidth + 30
      return placed
    })
}
