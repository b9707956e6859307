import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import { CloseIcon } from './icons.ts'
import styles from './SidePanel.module.css'

export interface SidePanelProps {
  /** Whether it is open. */
  isOpen: boolean
  /** Called by its close button and by Escape inside it. */
  onClose: () => void
  /** What it is about: the name of the selected row. */
  title: string
  /** A quieter line under the title. */
  subtitle?: ReactNode
  /** Its contents. */
  children: ReactNode
  /** Buttons at its foot. */
  footer?: ReactNode
  /** Whether it takes the focus as it opens; for opening by keyboard. */
  takesFocus?: boolean
}

/** Details of the selected row at the right edge, over the page: the list beneath stays put and in use. */
export function SidePanel(props: SidePanelProps) {
  return props.isOpen ? <OpenSidePanel {...props} /> : null
}

function OpenSidePanel({ onClose, title, subtitle, children, footer, takesFocus }: SidePanelProps) {
  const { t } = useTranslation('ui')
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  const [cameFrom] = useState(() => document.activeElement)
  useEffect(() => {
    if (takesFocus) panel.current?.focus()
  }, [takesFocus])
  function close() {
    const hadFocus = panel.current?.contains(document.activeElement)
    onClose()
    if (hadFocus && cameFrom instanceof HTMLElement) cameFrom.focus()
  }
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation()
          close()
        }
      }}
    >
      <header className={styles.header}>
        <div className={styles.heading}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {/* A tooltip would take the first Escape for itself. */}
        <IconButton icon={CloseIcon} label={t('close')} hasTooltip={false} onPress={close} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </aside>
  )
}
