import { useTranslation } from 'react-i18next'
import { useSession } from '../../shell/session.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { Select } from '../../ui/Select.tsx'
import { areasOf, instrumentsInUse, withInstrument, type TestChoice } from './testChoice.ts'
import { useScoreTables } from './useScoreTables.ts'

interface TestChoiceFieldsProps {
  value: TestChoice
  onChange: (value: TestChoice) => void
  /** What is wrong, by the name of the field. */
  errors: Readonly<Record<string, string | undefined>>
  /** Whether the instrument takes the focus when it appears. */
  autoFocus?: boolean
}

/**
 * Instrument, skill and date of a test, for a row of fields. Instruments without a chart say so; the skill
 * follows the instrument.
 */
export function TestChoiceFields({ value, onChange, errors, autoFocus = false }: TestChoiceFieldsProps) {
  const { t } = useTranslation('assessments')
  const { today } = useSession()
  const { list } = useScoreTables()
  const inUse = instrumentsInUse(list, value.testedOn ?? today)
  const shown =
    value.instrument === null || inUse.includes(value.instrument) ? inUse : [value.instrument, ...inUse]
  const instruments = shown.map((id) => {
    const hasChart = list.some(({ instrument, levels }) => instrument === id && levels !== null)
    return { id, label: id, ...(hasChart ? {} : { detail: t('fields.noChart') }) }
  })
  const areas = areasOf(list, value.instrument).map((id) => ({ id, label: t(`core:words.skillAreas.${id}`) }))
  return (
    <>
      <Select
        label={t('fields.instrument')}
        name="instrument"
        options={instruments}
        value={value.instrument}
        onChange={(instrument) => onChange(withInstrument(value, instrument, list))}
        errorMessage={errors.instrument}
        isRequired
        autoFocus={autoFocus}
      />
      <Select
        label={t('fields.skillArea')}
        name="skillArea"
        options={areas}
        value={value.skillArea}
        onChange={(skillArea) => onChange({ ...value, skillArea })}
        errorMessage={errors.skillArea}
        isRequired
        isDisabled={areas.length < 2}
      />
      <DateTextField
        label={t('fields.testedOn')}
        name="testedOn"
        value={value.testedOn}
        onChange={(testedOn) => onChange({ ...value, testedOn })}
        latest={today}
        today={today}
        errorMessage={errors.testedOn}
        isRequired
      />
    </>
  )
}
