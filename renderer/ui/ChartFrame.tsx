import { useId, type ReactNode } from 'react'
import { useElementWidth } from './useElementWidth.ts'
import styles from './Chart.module.css'

export interface ChartFrameProps {
  /** What the chart shows, as a heading would say it. */
  title: string
  /** What can be read from it, in a sentence, for those who do not see it. */
  description: string
  /** Its height in pixels, where it depends on it at the width there is. */
  height: number | ((width: number) => number)
  /** Draws it at the width there is, so that lines and letters keep their size. */
  children: (width: number) => ReactNode
}

/** The drawing area of a chart, with its name and description. */
export function ChartFrame({ title, description, height, children }: ChartFrameProps) {
  const id = useId()
  const [width, box] = useElementWidth(640)
  const tall = typeof height === 'number' ? height : height(width)
  return (
    <div ref={box} className={styles.frame}>
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-description`}
        viewBox={`0 0 ${width} ${tall}`}
        className={styles.chart}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {children(width)}
      </svg>
    </div>
  )
}
