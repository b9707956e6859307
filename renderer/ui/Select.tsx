import {
  Button as AriaButton,
  ListBox,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type SelectProps as AriaProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { FieldLabel, FieldMessages, fieldStyles, type FieldOwnedProps, type FieldProps } from './Field.tsx'
import { OpenListIcon } from './icons.ts'
import { OptionItem, type Option } from './Option.tsx'
import overlay from './ListOverlay.module.css'
import styles from './Select.module.css'

export interface SelectProps<Id extends string>
  extends
    FieldProps,
    Omit<
      AriaProps<Option<Id>>,
      FieldOwnedProps | 'value' | 'onChange' | 'selectedKey' | 'onSelectionChange' | 'items'
    > {
  /** The choices, in the order shown. */
  options: readonly Option<Id>[]
  /** The id of the chosen one, or null while none is. */
  value: Id | null
  /** Called with the id of the choice. */
  onChange: (value: Id) => void
}

/** One choice of a short list. For more than about 15 choices use a `ComboBox`, which can be typed into. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hint, errorMessage, isLabelHidden, options, value, onChange, ...rest } = props
  const { t } = useTranslation('ui')
  return (
    <AriaSelect
      placeholder={t('choose')}
      {...rest}
      data-field={rest.name}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
      validationBehavior="aria"
      isInvalid={errorMessage !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={rest.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <AriaButton
        className={cx(fieldStyles.input, styles.trigger)}
        {...(errorMessage === undefined ? {} : { 'data-invalid': true })}
      >
        <SelectValue className={styles.value ?? ''}>
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? <span className={styles.placeholder}>{defaultChildren}</span> : selectedText
          }
        </SelectValue>
        <OpenListIcon aria-hidden size={16} />
      </AriaButton>
      <FieldMessages hint={hint} errorMessage={errorMessage} />
      <Popover className={overlay.popover ?? ''} offset={4}>
        <ListBox items={options} className={overlay.list ?? ''}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
