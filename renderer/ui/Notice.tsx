import type { ReactNode } from 'react'
import { ErrorIcon, InfoIcon, SuccessIcon, WarningIcon } from './icons.ts'
import { cx } from './cx.ts'
import styles from './Notice.module.css'

export interface NoticeProps {
  /** What the reader should know, in a sentence or two. */
  children: ReactNode
  /** Its weight; `info` unless told. */
  kind?: 'info' | 'success' | 'warning' | 'danger'
  /** A button or link that does what the sentence asks for. */
  action?: ReactNode
}

const icons = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon, danger: ErrorIcon }

/** A sentence in a tinted frame, inside the page and part of its flow. */
export function Notice({ children, kind = 'info', action }: NoticeProps) {
  const Icon = icons[kind]
  return (
    <div className={cx(styles.notice, styles[kind])} role={kind === 'danger' ? 'alert' : 'note'}>
      <Icon aria-hidden size={18} />
      <div className={styles.text}>{children}</div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
