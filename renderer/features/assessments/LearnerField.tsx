import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { displayName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import type { TestedLearner } from './testedLearner.ts'

interface LearnerFieldProps {
  value: TestedLearner | null
  onChange: (learner: TestedLearner | null) => void
  errorMessage?: string | undefined
}

/** A learner, found by any part of the name, by id or phone. */
export function LearnerField({ value, onChange, errorMessage }: LearnerFieldProps) {
  const { t } = useTranslation('assessments')
  const { locale } = useLocale()
  const [text, setText] = useState(value ? displayName(value) : '')
  const wanted = useDeferredValue(text)
  const found = useQuery({
    ...api.learners.search.queryOptions({ input: { text: wanted } }),
    enabled: wanted.trim() !== '',
    placeholderData: (previous) => previous,
  })
  const options = (found.data ?? []).map((learner) => ({
    id: String(learner.id),
    label: displayName(learner),
    detail: [
      learner.studentId,
      learner.birthDate && t('fields.born', { day: formatDay(learner.birthDate, locale) }),
      ...learner.sectionCodes,
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  function choose(id: string | null) {
    const chosen = found.data?.find((learner) => String(learner.id) === id)
    if (!chosen) return
    setText(displayName(chosen))
    onChange({ ...chosen, learnerId: chosen.id })
  }
  /** Another text is another learner: a score never goes to one whose name no longer stands there. */
  function type(typed: string) {
    setText(typed)
    if (value !== null && typed !== displayName(value)) onChange(null)
  }
  return (
    <ComboBox
      label={t('fields.learner')}
      name="learner"
      options={options}
      value={value ? String(value.learnerId) : null}
      onChange={choose}
      onSearch={type}
      searchText={text}
      isLoading={found.isFetching}
      placeholder={t('fields.learnerExample')}
      errorMessage={errorMessage}
      isRequired
      autoFocus
    />
  )
}
