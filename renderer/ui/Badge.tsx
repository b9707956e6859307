import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import styles from './Badge.module.css'

/** What a colour means; every use of it stands beside a word. */
export type Meaning = 'neutral' | 'success' | 'warning' | 'danger' | 'info'

export interface BadgeProps {
  /** The word or the count. */
  children: ReactNode
  /** What it means; `neutral` unless told. */
  kind?: Meaning
}

/** A word or a count in a tinted pill. */
export function Badge({ children, kind = 'neutral' }: BadgeProps) {
  return <span className={cx(styles.badge, styles[kind])}>{children}</span>
}

/** The shape of the mark, so that the meaning does not rest on its colour. */
const shapes = {
  success: 'M4 0a4 4 0 1 1 0 8a4 4 0 1 1 0-8z',
  warning: 'M4 0.3L8 7.6H0z',
  danger: 'M0.6 0.6h6.8v6.8H0.6z',
  info: 'M4 0L8 4L4 8L0 4z',
}

/** A small mark and its word: a disc for good, a triangle for care, a square for bad, a ring for neither. */
export function StatusDot({ children, kind = 'neutral' }: BadgeProps) {
  return (
    <span className={cx(styles.status, kind === 'danger' && styles.loud)}>
      <svg aria-hidden viewBox="0 0 8 8" className={cx(styles.mark, styles[kind])}>
        {kind === 'neutral' ? (
          <circle cx="4" cy="4" r="3" className={styles.ring} />
        ) : (
          <path d={shapes[kind]} />
        )}
      </svg>
      <span className={styles.word}>{children}</span>
    </span>
  )
}
