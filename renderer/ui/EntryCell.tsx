import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx.ts'
import { optionsOf, type WrittenColumn } from './entryColumns.ts'
import { readEntry, type EntryReading } from './entryPaste.ts'
import { ErrorText } from './Field.tsx'
import { formatDay } from './formatDay.ts'
import styles from './EntryGrid.module.css'

export interface EntryCellProps<Row> {
  /** The column. */
  column: WrittenColumn<Row>
  /** The row. */
  row: Row
  /** The place of the cell, as `row:column`, by which the grid moves the focus. */
  place: string
  /** The ids of the elements that name the cell: its row and its column. */
  labelledBy: string
  /** The locale and day for reading dates. */
  reading: EntryReading
  /** Called with the new value. */
  onChange: (value: string) => void
  /** Called when what stands under the cell changes while it has the focus, to be read out; a stable function. */
  onMessage: (message: string) => void
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/u

/** One cell to write in: an input or a list, with what follows from its value in the line under it. */
export function EntryCell<Row>(props: EntryCellProps<Row>) {
  const { column, row, place, labelledBy, reading, onChange, onMessage } = props
  const { t } = useTranslation('ui')
  const value = column.value(row)
  const state = column.state?.(row) ?? {}
  /** What is being typed in a date cell; its value may already be the day that is understood. */
  const [draft, setDraft] = useState<string | null>(null)
  const valueAtFocus = useRef(value)
  const written = column.kind === 'date' && isoDay.test(value) ? formatDay(value, reading.locale) : value
  const options = optionsOf(column, row)
  const isStranger =
    column.kind === 'select' && value !== '' && !options.some((option) => option.id === value)
  const example = formatDay('1981-03-09', reading.locale, 'numeric')
  const ownError =
    column.kind === 'date' && draft === null && value !== '' && !isoDay.test(value)
      ? t('dateNotUnderstood', { example })
      : isStranger
        ? t('notAChoice', { choices: options.map((option) => option.label).join(', ') })
        : undefined
  const error = state.error ?? ownError
  const hint = draft !== null && isoDay.test(value) ? formatDay(value, reading.locale) : state.hint
  const messageId = useId()
  const message = error ?? hint ?? ''

  const isFocused = useRef(false)
  useEffect(() => {
    if (isFocused.current) onMessage(message)
  }, [message, onMessage])

  if (state.isReadOnly) return <div className={styles.readOnly}>{written}</div>
  const shared = {
    'data-place': place,
    'aria-labelledby': labelledBy,
    'aria-describedby': message === '' ? undefined : messageId,
    'aria-invalid': error !== undefined || undefined,
    onFocus: () => {
      valueAtFocus.current = value
      isFocused.current = true
    },
    onBlur: () => {
      isFocused.current = false
      setDraft(null)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || value === valueAtFocus.current) return
      event.stopPropagation()
      setDraft(null)
      onChange(valueAtFocus.current)
    },
  }
  return (
    <>
      {column.kind === 'select' ? (
        <select
          {...shared}
          className={cx(styles.control, styles.select)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="" />
          {isStranger && <option value={value}>{value}</option>}
          {options.map((option) => (
            <option key={option.id} value={option.id} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          inputMode={column.kind === 'number' ? 'decimal' : 'text'}
          className={cx(styles.control, column.kind === 'number' && styles.numeric)}
          value={draft ?? written}
          onChange={(event) => {
            const text = event.target.value
            if (column.kind === 'date') {
              setDraft(text)
              onChange(readEntry(text, column, row, reading))
            } else {
              onChange(text)
            }
          }}
        />
      )}
      <div
        id={messageId}
        className={cx(styles.message, column.kind === 'number' && styles.numeric)}
        title={message}
      >
        {error === undefined ? hint : <ErrorText>{error}</ErrorText>}
      </div>
    </>
  )
}
