import type { ReactNode } from 'react'
import type { Icon } from './icons.ts'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  /** What will be here, as a short sentence. */
  title: string
  /** The first step to take and what comes of it. */
  children?: ReactNode
  /** A picture of the thing, from `icons.ts`. */
  icon?: Icon
  /** The button that takes the first step. */
  action?: ReactNode
}

/** Stands where nothing is yet, and teaches the first step. */
export function EmptyState({ title, children, icon: Icon, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      {Icon && (
        <span className={styles.picture}>
          <Icon aria-hidden size={24} strokeWidth={1.6} />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
