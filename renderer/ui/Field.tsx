import { FieldError, Label, Text } from 'react-aria-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { WarningIcon } from './icons.ts'
import styles from './Field.module.css'

/** What every field of a form has in common. */
export interface FieldProps {
  /** The question, in a word or two; always visible above the field. */
  label: string
  /** Help that stays under the field: what it is used for, or how to write it. */
  hint?: ReactNode
  /** What is wrong and what to do about it; marks the field and replaces nothing that was typed. */
  errorMessage?: string | undefined
  /** The name of the value in the form, by which `FormErrors` finds the field. */
  name?: string
  /** Hides the label from sight where a heading beside it already says it; it is still read out. */
  isLabelHidden?: boolean
}

/** What a field sets on its React Aria element itself, and so takes from nobody. */
export type FieldOwnedProps =
  'children' | 'className' | 'style' | 'render' | 'isInvalid' | 'validate' | 'validationBehavior' | 'name'

/** The label of a field, with a mark if an answer is required. */
export function FieldLabel({
  children,
  isRequired,
  isHidden,
}: {
  /** The words. */
  children: ReactNode
  /** Whether an answer is required. */
  isRequired?: boolean | undefined
  /** Hides the words from sight, not from screen readers. */
  isHidden?: boolean | undefined
}) {
  return (
    <Label className={isHidden ? 'visually-hidden' : (styles.label ?? '')}>
      {children}
      {isRequired && (
        <span aria-hidden className={styles.required}>
          {' *'}
        </span>
      )}
    </Label>
  )
}

/** The lines under a field: its help, and its error with a warning sign. */
export function FieldMessages({
  hint,
  errorMessage,
}: {
  /** Help that stays. */
  hint?: ReactNode
  /** What is wrong and what to do about it. */
  errorMessage?: string | undefined
}) {
  return (
    <>
      {hint !== undefined && hint !== null && hint !== '' && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <ErrorText>{errorMessage}</ErrorText>
      </FieldError>
    </>
  )
}

/** An error sentence with its sign, so that colour is not the only mark of it. */
export function ErrorText({ children }: { /** What is wrong and what to do. */ children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <span className={styles.errorText}>
      <WarningIcon size={14} role="img" aria-label={t('error')} />
      <span>{children}</span>
    </span>
  )
}

/** The class names shared by the fields of the kit. */
export const fieldStyles = {
  field: styles.field ?? '',
  input: styles.input ?? '',
  box: styles.box ?? '',
  hint: styles.hint ?? '',
  group: styles.group ?? '',
}
