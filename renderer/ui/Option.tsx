import { ListBoxItem, Text } from 'react-aria-components'
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

/** A choice inside an open list, with a tick if it is the chosen one. */
export function OptionItem({ option }: { /** The choice to show. */ option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={styles.item ?? ''}
    >
      <span className={styles.words}>
        <Text slot="label">{option.label}</Text>
        {option.detail !== undefined && (
          <Text slot="description" className={styles.detail ?? ''}>
            {option.detail}
          </Text>
        )}
      </span>
      <span aria-hidden className={styles.mark}>
        <CheckIcon size={16} />
      </span>
    </ListBoxItem>
  )
}
