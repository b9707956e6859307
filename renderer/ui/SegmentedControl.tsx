import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Icon } from './icons.ts'
import styles from './SegmentedControl.module.css'

export interface SegmentedControlProps<Id extends string> {
  /** What is chosen, for screen readers. */
  label: string
  /** Two to five choices, in one or two words each. */
  options: readonly {
    /** The value that is stored. */
    readonly id: Id
    /** The words shown. */
    readonly label: string
    /** An icon before the words. */
    readonly icon?: Icon
  }[]
  /** The id of the chosen one; one always is. */
  value: Id
  /** Called with the id of the choice. */
  onChange: (value: Id) => void
}

/** Switches between two to five ways to see the same thing. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, options, value, onChange } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      data-print="hide"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id))
        if (chosen) onChange(chosen.id)
      }}
      className={styles.group ?? ''}
    >
      {options.map(({ id, label: words, icon: Icon }) => (
        <ToggleButton key={id} id={id} className={styles.segment ?? ''}>
          {Icon && <Icon aria-hidden size={16} />}
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
