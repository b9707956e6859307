import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { LearnerSummary } from '../../../shared/contract/learners.ts'
import { listName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useLearnerWords } from './learnerWords.ts'

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
  const { day } = useLearnerWords()
  const [text, setText] = useState('')
  const [picks, setPicks] = useState(0)
  const wanted = useDeferredValue(text)
  const found = useQuery(
    api.learners.search.queryOptions({
      input: { text: wanted },
      enabled: wanted.trim() !== '',
      placeholderData: (before) => before,
    }),
  )
  const learners = wanted.trim() === '' ? [] : (found.data ?? [])
  return (
    <ComboBox
      // A new field for each pick: the list of the last one closes and its text is gone.
      key={picks}
      label={label}
      hint={hint}
      placeholder={placeholder ?? ''}
      options={learners.map((learner) => ({
        id: String(learner.id),
        label: listName(learner),
        detail: [learner.studentId, day(learner.birthDate), ...learner.sectionCodes]
          .filter(Boolean)
          .join(' · '),
      }))}
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
      isLoading={found.isFetching}
      errorMessage={errorMessage}
      autoFocus={autoFocus || picks > 0}
    />
  )
}
