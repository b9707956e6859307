import { useId, type ReactNode } from 'react'
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
  /** Opens what lies behind the figure; the whole tile becomes a link. */
  href?: string
}

/** One figure and what it counts. */
export function StatTile({ label, value, detail, href }: StatTileProps) {
  const inside = (
    <>
      <span className={styles.statLabel}>{label}</span>
      <span className={styles.statValue}>{value}</span>
      <span className={styles.statDetail}>{detail}</span>
    </>
  )
  return href === undefined ? (
    <div className={styles.stat}>{inside}</div>
  ) : (
    <a href={href} className={styles.stat}>
      {inside}
    </a>
  )
}

/** Puts tiles or cards side by side, as many as fit. */
export function CardRow({ children }: { /** The tiles or cards. */ children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
