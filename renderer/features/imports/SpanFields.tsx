import { useTranslation } from 'react-i18next'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'

/** A span of days; null where none is understood yet. */
export interface Span {
  from: string | null
  to: string | null
}

interface SpanFieldsProps {
  span: Span
  onChange: (span: Span) => void
}

/** The first and the last day of the tests. */
export function SpanFields({ span, onChange }: SpanFieldsProps) {
  const { t } = useTranslation('imports')
  const { from, to } = span
  const isTurned = from !== null && to !== null && to < from
  return (
    <FieldRow>
      <DateTextField
        label={t('out.from')}
        name="choice.from"
        isRequired
        value={from}
        onChange={(day) => onChange({ ...span, from: day })}
      />
      <DateTextField
        label={t('out.to')}
        name="choice.to"
        isRequired
        value={to}
        onChange={(day) => onChange({ ...span, to: day })}
        errorMessage={isTurned ? t('core:filesOut.endsBeforeStart') : undefined}
      />
    </FieldRow>
  )
}
