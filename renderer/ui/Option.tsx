import { ListBoxItem } from 'react-aria-components'
import { CheckIcon } from './icons.ts'
import styles from './ListOverlay.module.css'

/** One choice of a list. */
export interface Option<Id extends string = string> {
  /** The value that is stored. */
  readonly id: Id
  /** The words shown. */
  readonly label: string
  /** A quieter line under the words. */
  readonly detail?: string | undefined
  /** Shown but not to be chosen. */
  readonly isDisabled?: boolean
}

/** A choice inside an open list, with a tick if it is the chosen one. Its name is all of its words. */
export function OptionItem({ option }: { /** The choice to show. */ option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={styles.item ?? ''}
    >
      <span className={styles.words}>
        <span>{option.label}</span>
        {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
      </span>
      <span aria-hidden className={styles.mark}>
        <CheckIcon size={16} />
      </span>
    </ListBoxItem>
  )
}
