import { useState } from 'react'
import type { LearnerSummary } from '../../../shared/contract/learners.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useLearnerSearch } from './useLearnerSearch.ts'

interface LearnerPickerProps {
  label: string
  hint?: string
  placeholder?: string
  /** Called with each learner chosen; the field is then empty for the next one. */
  onPick: (learner: LearnerSummary) => void
  errorMessage?: string | undefined
  autoFocus?: boolean
}

/** Finds learners by any part of a name, id or phone and hands over one after the other. */
export function LearnerPicker({
  label,
  hint,
  placeholder,
  onPick,
  errorMessage,
  autoFocus,
}: LearnerPickerProps) {
  const [text, setText] = useState('')
  const [picks, setPicks] = useState(0)
  const { learners, options, isLoading } = useLearnerSearch(text)
  return (
    <ComboBox
      // A new field for each pick: the list of the last one closes and its text is gone.
      key={picks}
      label={label}
      hint={hint}
      placeholder={placeholder ?? ''}
      options={options}
      value={null}
      onChange={(id) => {
        const picked = learners.find((learner) => String(learner.id) === id)
        if (!picked) return
        onPick(picked)
        setText('')
        setPicks(picks + 1)
      }}
      onSearch={setText}
      searchText={text}
      isLoading={isLoading}
      errorMessage={errorMessage}
      autoFocus={autoFocus || picks > 0}
    />
  )
}
