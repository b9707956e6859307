import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import type { ReactNode } from 'react'
import styles from './Tabs.module.css'

export interface TabsProps<Id extends string> {
  /** What the tabs are parts of, for screen readers. */
  label: string
  /** The tabs, left to right. */
  tabs: readonly {
    /** The name of the tab in addresses and state. */
    readonly id: Id
    /** The words on the tab. */
    readonly label: string
    /** A count after the words. */
    readonly count?: string | undefined
    /** What the tab shows. */
    readonly content: ReactNode
  }[]
  /** The open tab. */
  value: Id
  /** Called with the tab to open. */
  onChange: (value: Id) => void
}

/** Parts of one subject, one of them open. */
export function Tabs<Id extends string>({ label, tabs, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key)
        if (chosen) onChange(chosen.id)
      }}
      className={styles.tabs ?? ''}
    >
      <TabList aria-label={label} data-print="hide" className={styles.list ?? ''}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel ?? ''}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
