import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Group,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { FieldLabel, FieldMessages, fieldStyles, type FieldProps } from './Field.tsx'
import { OpenListIcon } from './icons.ts'
import { OptionItem, type Option } from './Option.tsx'
import overlay from './ListOverlay.module.css'
import styles from './ComboBox.module.css'

export interface ComboBoxProps<Id extends string> extends FieldProps {
  /** The choices. With `onSearch` they are the answer to what was typed; otherwise the kit filters them. */
  options: readonly Option<Id>[]
  /** The id of the chosen one, or null while none is. */
  value: Id | null
  /** Called with the id of the choice, or null when the text is emptied. */
  onChange: (value: Id | null) => void
  /** Called with the typed text when the choices come from the core; then no filtering is done here. */
  onSearch?: ((text: string) => void) | undefined
  /** The typed text, with `onSearch`. */
  searchText?: string
  /** True while the choices for the typed text are on their way. */
  isLoading?: boolean
  /** Whether an answer is required. */
  isRequired?: boolean
  /** Whether the field can't be used now. */
  isDisabled?: boolean
  /** Whether to take the focus when it appears. */
  autoFocus?: boolean
  /** An example inside the empty field. */
  placeholder?: string
}

/** One choice of a long list, found by typing any part of it. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, hint, errorMessage, name, isLabelHidden, options, value, onChange, onSearch } = props
  const { searchText, isLoading, isRequired, isDisabled, autoFocus, placeholder } = props
  const { t } = useTranslation('ui')
  const items = onSearch
    ? { items: options, inputValue: searchText ?? '', onInputChange: onSearch }
    : { defaultItems: options }
  return (
    <AriaComboBox
      {...items}
      data-field={name}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      allowsEmptyCollection
      menuTrigger="input"
      isRequired={isRequired ?? false}
      isDisabled={isDisabled ?? false}
      autoFocus={autoFocus ?? false}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Group className={fieldStyles.box}>
        <Input placeholder={placeholder ?? ''} />
        <AriaButton className={styles.open ?? ''}>
          <OpenListIcon aria-hidden size={16} />
        </AriaButton>
      </Group>
      <FieldMessages hint={hint} errorMessage={errorMessage} />
      <Popover className={overlay.popover ?? ''} offset={4}>
        <ListBox<Option<Id>>
          className={overlay.list ?? ''}
          renderEmptyState={() => (
            <div className={overlay.empty}>{isLoading ? t('searching') : t('noMatch')}</div>
          )}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
