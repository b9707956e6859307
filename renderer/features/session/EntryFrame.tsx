import type { ReactNode } from 'react'
import styles from './EntryFrame.module.css'

interface EntryFrameProps {
  title: string
  /** One or two sentences under the title. */
  lead?: string
  children: ReactNode
}

/** The quiet frame around what comes before the program: set-up and sign-in. */
export function EntryFrame({ title, lead, children }: EntryFrameProps) {
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <img src="./icon.svg" alt="" width={40} height={40} />
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </section>
    </main>
  )
}
