import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listName } from '../../../shared/values/names.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useLearnerSearch } from '../learners/useLearnerSearch.ts'
import type { TestedLearner } from './testedLearner.ts'

interface LearnerFieldProps {
  value: TestedLearner | null
  onChange: (learner: TestedLearner | null) => void
  errorMessage?: string | undefined
}

/** A learner, found by any part of the name, by id or phone. */
export function LearnerField({ value, onChange, errorMessage }: LearnerFieldProps) {
  const { t } = useTranslation('assessments')
  const [text, setText] = useState(value ? listName(value) : '')
  const { learners, options, isLoading } = useLearnerSearch(text)
  function choose(id: string | null) {
    const chosen = learners.find((learner) => String(learner.id) === id)
    if (!chosen) return
    setText(listName(chosen))
    onChange({ ...chosen, learnerId: chosen.id })
  }
  /** Another text is another learner: a score never goes to one whose name no longer stands there. */
  function type(typed: string) {
    setText(typed)
    if (value !== null && typed !== listName(value)) onChange(null)
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
      isLoading={isLoading}
      placeholder={t('fields.learnerExample')}
      errorMessage={errorMessage}
      isRequired
      autoFocus
    />
  )
}
