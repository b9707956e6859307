import { Button as AriaButton, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NextIcon } from './icons.ts'
import styles from './Disclosure.module.css'

export interface DisclosureProps {
  /** The words that open it; "More details" unless told. */
  label?: string
  /** A quieter note after the words, such as what is filled in inside. */
  note?: ReactNode
  /** What is folded away. */
  children: ReactNode
  /** Whether it starts open. */
  defaultExpanded?: boolean
}

/** Optional things, folded away until asked for. */
export function Disclosure({ label, note, children, defaultExpanded }: DisclosureProps) {
  const { t } = useTranslation('ui')
  return (
    <AriaDisclosure defaultExpanded={defaultExpanded ?? false} className={styles.disclosure ?? ''}>
      <div className={styles.heading}>
        <AriaButton slot="trigger" className={styles.trigger ?? ''}>
          <NextIcon aria-hidden size={16} />
          {label ?? t('moreDetails')}
        </AriaButton>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      <DisclosurePanel className={styles.panel ?? ''}>
        <div className={styles.content}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
