import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SectionFacts } from '../../../shared/contract/sections.ts'
import { longestMeeting } from '../../../shared/rules/attendance.ts'
import { api } from '../../api.ts'
import { FieldRow } from '../../ui/Form.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { useLearnerWords } from '../learners/learnerWords.ts'

type HoursFacts = Pick<SectionFacts, 'component' | 'meetingMinutes'>

interface ClassHoursFieldsProps {
  facts: HoursFacts
  onChange: (changed: Partial<HoursFacts>) => void
  errors: Readonly<Record<string, string>>
}

/** A choice for a class that belongs to no component of a course. */
const english = 'english'

/** What the hours of a class count for, and how long its meetings usually last. */
export function ClassHoursFields({ facts, onChange, errors }: ClassHoursFieldsProps) {
  const { t } = useTranslation('classes')
  const { inLanguage } = useLearnerWords()
  const components = useQuery(api.instructionHours.components.queryOptions({ input: {} }))
  const { component, meetingMinutes } = facts
  const known = (components.data ?? []).map(({ key, name }) => ({ id: key, label: inLanguage(name) }))
  // The component of a track that was changed since still stands on the class.
  const isListed = component === null || known.some(({ id }) => id === component)
  return (
    <FieldRow>
      <Select
        label={t('component')}
        name="component"
        options={[
          { id: english, label: t('englishInGeneral') },
          ...known.filter(({ id }) => id !== english),
          ...(isListed ? [] : [{ id: component, label: component }]),
        ]}
        value={component ?? english}
        onChange={(id) => onChange({ component: id === english ? null : id })}
        errorMessage={errors.component}
      />
      <NumberField
        label={t('meetingMinutes')}
        name="meetingMinutes"
        hint={t('meetingMinutesHint')}
        value={meetingMinutes}
        onChange={(minutes) => onChange({ meetingMinutes: minutes })}
        minValue={1}
        maxValue={longestMeeting}
        errorMessage={errors.meetingMinutes}
      />
    </FieldRow>
  )
}
