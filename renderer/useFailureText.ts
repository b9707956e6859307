import { useTranslation } from 'react-i18next'
import type { FailureData } from '../shared/contract/failures.ts'
import { failureTextKey } from '../shared/texts/index.ts'
import type { FieldErrorItem } from './ui/FormErrors.tsx'

/** A refusal in the reader's language. */
export interface ShownFailure {
  /** One or two plain sentences: what is wrong and what to do. */
  message: string
  /** The message of each field at fault, by its path in the input. */
  fields: Readonly<Record<string, string>>
  /** What to list above a form: the fields' messages, or the one message when no field is at fault. */
  items: readonly FieldErrorItem[]
  data: FailureData
}

/** Gives the function that puts a typed failure into words. */
export function useFailureText(): (data: FailureData) => ShownFailure {
  const { t } = useTranslation('core')
  const say = (code: string, values: Record<string, string | number>) => t(failureTextKey(code), values)
  return (data) => {
    const fields = Object.fromEntries(data.fields.map(({ path, code, values }) => [path, say(code, values)]))
    const message = say(data.code, data.values)
    const items =
      data.fields.length > 0
        ? Object.entries(fields).map(([field, text]) => ({ field, message: text }))
        : [{ message }]
    return { message, fields, items, data }
  }
}
