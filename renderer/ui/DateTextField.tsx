import { Group, Input, Text, TextField as AriaTextField, useLocale } from 'react-aria-components'
import { getLocalTimeZone, today as todayIn } from '@internationalized/date'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarPopover } from './CalendarPopover.tsx'
import { FieldLabel, FieldMessages, fieldStyles, type FieldProps } from './Field.tsx'
import { formatDay } from './formatDay.ts'
import { parseTypedDate } from './parseTypedDate.ts'

export interface DateTextFieldProps extends Omit<FieldProps, 'hint'> {
  /** The day as `YYYY-MM-DD`, or null while there is none or it can't be read. */
  value: string | null
  /** Called at each key with the day that is understood, or null. */
  onChange: (value: string | null) => void
  /** Help shown while the field is empty, in place of the example. */
  hint?: string
  /** The first day allowed in the calendar, `YYYY-MM-DD`. */
  earliest?: string | undefined
  /** The last day allowed in the calendar; a year typed with two digits is never read as after it. */
  latest?: string | undefined
  /** The current day, `YYYY-MM-DD`; this machine's day unless told. */
  today?: string
  /** Whether an answer is required. */
  isRequired?: boolean
  /** Whether the field can't be used now. */
  isDisabled?: boolean
  /** Whether to take the focus when it appears. */
  autoFocus?: boolean
}

/** A date typed in any usual way; the day understood stands under it in words. A calendar is one press away. */
export function DateTextField(props: DateTextFieldProps) {
  const { label, errorMessage, name, isLabelHidden, value, onChange, hint, earliest, latest } = props
  const { t } = useTranslation('ui')
  const { locale } = useLocale()
  const today = props.today ?? todayIn(getLocalTimeZone()).toString()
  const [text, setText] = useState(value === null ? '' : formatDay(value, locale))
  const [hasLeft, setHasLeft] = useState(false)
  const understood = parseTypedDate(text, locale, today, latest)
  const textValue = understood.kind === 'date' ? understood.iso : null
  // A value that did not come from the text (a form that was reset, another record) takes the text's place.
  const [lastValue, setLastValue] = useState(value)
  if (value !== lastValue) {
    setLastValue(value)
    if (value !== textValue) setText(value === null ? '' : formatDay(value, locale))
  }
  const example = formatDay('1981-03-09', locale, 'numeric')
  const ownError = {
    date: undefined,
    empty: undefined,
    notUnderstood: t('dateNotUnderstood', { example }),
    noSuchDay: t('dateNoSuchDay'),
  }[understood.kind]
  const shownError = errorMessage ?? (hasLeft ? ownError : undefined)

  function type(typed: string) {
    setText(typed)
    setHasLeft(false)
    const read = parseTypedDate(typed, locale, today, latest)
    onChange(read.kind === 'date' ? read.iso : null)
  }
  return (
    <AriaTextField
      value={text}
      onChange={type}
      onBlur={() => setHasLeft(true)}
      data-field={name}
      data-unreadable={ownError === undefined ? undefined : ''}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      validationBehavior="aria"
      isInvalid={shownError !== undefined}
      className={fieldStyles.field}
    >
      <FieldLabel isRequired={props.isRequired} isHidden={isLabelHidden}>
        {label}
      </FieldLabel>
      <Group className={fieldStyles.box} isInvalid={shownError !== undefined}>
        <Input />
        <CalendarPopover
          value={textValue}
          onPick={(iso) => {
            setText(formatDay(iso, locale))
            setHasLeft(false)
            onChange(iso)
          }}
          today={today}
          earliest={earliest}
          latest={latest}
          isDisabled={props.isDisabled ?? false}
        />
      </Group>
      {shownError === undefined && (
        <Text slot="description" className={fieldStyles.hint} aria-live="polite">
          {textValue === null ? (hint ?? t('dateHint', { example })) : formatDay(textValue, locale, 'full')}
        </Text>
      )}
      <FieldMessages errorMessage={shownError} />
    </AriaTextField>
  )
}
