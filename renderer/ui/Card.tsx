import { useId, type ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Card.module.css'

export interface CardProps {
  /** The heading of the part. */
  title?: string
  /** A small action at the right of the heading. */
  action?: ReactNode
  /** The contents. */
  children: ReactNode
}

/** A framed part of a screen with its own heading. */
export function Card({ title, action, children }: CardProps) {
  const titleId = useId()
  return (
    <section className={styles.card} aria-labelledby={title === undefined ? undefined : titleId}>
      {title !== undefined && (
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {action}
        </div>
      )}
      {children}
    </section>
  )
}

export interface StatTileProps {
  /** What the figure counts. */
  label: string
  /** The figure, already written in the reader's way. */
  value: ReactNode
  /** What it rests on, such as "18 of 24" or "small group". */
  detail?: ReactNode
  /** Leads to the screen of the figure: the label is the link, and the tile takes its press beside its numbers. */
  href?: string
}

/** One figure and what it counts. */
export function StatTile({ label, value, detail, href }: StatTileProps) {
  return (
    <div className={styles.stat}>
      {href === undefined ? (
        <span className={styles.statLabel}>{label}</span>
      ) : (
        <a href={href} className={cx(styles.statLabel, styles.statLink)}>
          {label}
        </a>
      )}
      <span className={styles.statValue}>{value}</span>
      <span className={styles.statDetail}>{detail}</span>
    </div>
  )
}

/** Puts tiles or cards side by side, as many as fit. */
export function CardRow({ children }: { /** The tiles or cards. */ children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
