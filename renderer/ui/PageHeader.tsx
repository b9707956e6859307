import type { ReactNode } from 'react'
import { Badge } from './Badge.tsx'
import styles from './PageHeader.module.css'

export interface PageHeaderProps {
  /** The one question or subject of the screen. */
  title: string
  /** How many there are, already written in the reader's way. */
  count?: ReactNode
  /** A quieter line under the title; its space is kept only if given. */
  subtitle?: ReactNode
  /** A link back to the list this came from. */
  back?: ReactNode
  /** The actions, the main one last (rightmost). */
  actions?: ReactNode
}

/** The head of a screen: what it is about, and its main action at the top right. */
export function PageHeader({ title, count, subtitle, back, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {back !== undefined && (
          <div data-print="hide" className={styles.back}>
            {back}
          </div>
        )}
        <div className={styles.line}>
          <h1 className={styles.title}>{title}</h1>
          {count !== undefined && <Badge>{count}</Badge>}
        </div>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions !== undefined && (
        <div data-print="hide" className={styles.actions}>
          {actions}
        </div>
      )}
    </header>
  )
}
