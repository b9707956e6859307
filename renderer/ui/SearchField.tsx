import {
  Button as AriaButton,
  Group,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaProps,
} from 'react-aria-components'
import type { Ref } from 'react'
import { FieldLabel, fieldStyles } from './Field.tsx'
import { CloseIcon, SearchIcon } from './icons.ts'
import styles from './SearchField.module.css'

export interface SearchFieldProps extends Omit<
  AriaProps,
  'children' | 'className' | 'style' | 'render' | 'placeholder'
> {
  /** What is searched, such as "Search learners". */
  label: string
  /** Hides the label from sight; it is still read out. */
  isLabelHidden?: boolean
  /** What can be typed, such as "Name, ID or phone". */
  placeholder?: string
  /** The input element, to move the focus to it. */
  inputRef?: Ref<HTMLInputElement>
}

/** Finds as one types. Give `useDeferredValue(value)` to the query, so that typing never waits for it. */
export function SearchField({ label, isLabelHidden, placeholder, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={fieldStyles.field}>
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <Group className={fieldStyles.box}>
        <SearchIcon aria-hidden size={16} className={styles.glass} />
        <Input
          className={styles.input ?? ''}
          placeholder={placeholder ?? ''}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
        <AriaButton className={styles.clear ?? ''}>
          <CloseIcon aria-hidden size={16} />
        </AriaButton>
      </Group>
    </AriaSearchField>
  )
}
