import type { KeyboardEvent, ReactNode, SubmitEvent } from 'react'
import { cx } from './cx.ts'
import styles from './Form.module.css'

export interface FormProps {
  /** The fields. */
  children: ReactNode
  /** Called when the form is sent: by its submit button, Ctrl/Cmd+Enter, or Enter in the last field. */
  onSubmit: () => void
  /** Called at the first change of any field. */
  onEdit?: () => void
  /** The name of the form for screen readers. */
  label?: string
  /** A class from the kit, for forms inside dialogs. */
  className?: string
}

const nextFields =
  'input:not([type="hidden"]):not([tabindex="-1"]):not(:disabled), textarea, select, [data-field] button'

/** A form in which Enter moves on to the next field, and sends it from the last one. */
export function Form({ children, onSubmit, onEdit, label, className }: FormProps) {
  function moveOn(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
      return
    }
    const from = event.target
    if (!(from instanceof HTMLInputElement) || from.getAttribute('aria-expanded') === 'true') return
    const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(nextFields)]
    const next = fields.slice(fields.indexOf(from) + 1).find((field) => !isInsideSameField(from, field))
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    // What can't be read would be sent as nothing: the person mends it first.
    const unreadable = event.currentTarget.querySelector<HTMLElement>('[data-unreadable] input')
    if (unreadable) {
      unreadable.blur()
      unreadable.focus()
      return
    }
    onSubmit()
  }
  return (
    <form
      noValidate
      className={cx(className ?? styles.form)}
      onSubmit={send}
      onKeyDown={moveOn}
      onInput={onEdit}
      aria-label={label}
    >
      {children}
    </form>
  )
}

/** The small buttons of a field (steps, calendar) and the other radios of a group are not the next field. */
function isInsideSameField(from: Element, other: Element): boolean {
  const field = from.closest('[data-field]')
  return field !== null && field.contains(other)
}

/** Puts short fields side by side where there is room, under each other where there is not. */
export function FieldRow({ children }: { /** The fields. */ children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
