import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorIcon } from './icons.ts'
import { Link } from './Link.tsx'
import styles from './FormErrors.module.css'

/** One thing to put right in a form. */
export interface FieldErrorItem {
  /** The `name` of the field at fault; without one the message concerns the whole form. */
  readonly field?: string | undefined
  /** What is wrong and what to do about it. */
  readonly message: string
}

export interface FormErrorsProps {
  /** What to put right, in the order of the form; nothing is shown for an empty list. */
  errors: readonly FieldErrorItem[]
}

/** Moves the focus to the field of this name inside the form (or page) around `from`. */
export function focusField(from: Element, name: string): void {
  const root = from.closest('form, [role="dialog"], main') ?? document.body
  const field = root.querySelector(`[data-field="${CSS.escape(name)}"]`)
  field
    ?.querySelector<HTMLElement>('input:not([type="hidden"]):not([tabindex="-1"]), textarea, select, button')
    ?.focus()
}

/** The list of what to put right after a form was refused; each line leads to its field. It takes the focus. */
export function FormErrors({ errors }: FormErrorsProps) {
  const { t } = useTranslation('ui')
  const box = useRef<HTMLDivElement>(null)
  const summary = errors.map((error) => error.message).join('\n')
  useEffect(() => {
    if (summary !== '') box.current?.focus()
  }, [summary])
  if (errors.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.box}>
      <ErrorIcon aria-hidden size={18} className={styles.icon} />
      <div>
        <p className={styles.title}>{t('formErrors', { count: errors.length })}</p>
        <ul className={styles.list}>
          {errors.map(({ field, message }) => (
            <li key={`${field ?? ''} ${message}`}>
              {field === undefined ? (
                message
              ) : (
                <Link onPress={() => box.current && focusField(box.current, field)}>{message}</Link>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
