import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listName } from '../../../shared/values/names.ts'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { LearnerPicker } from '../learners/LearnerPicker.tsx'
import { withOne, type Chosen } from './chosen.ts'

interface FoundPickerProps {
  chosen: Chosen
  onChange: (chosen: Chosen) => void
  /** Learners who are members already. */
  except: ReadonlySet<number>
}

/** Any learners, found one after the other; those chosen stay in sight and can be taken out again. */
export function FoundPicker({ chosen, onChange, except }: FoundPickerProps) {
  const { t } = useTranslation('cohorts')
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <LearnerPicker
        label={t('addMembers.search')}
        hint={t('addMembers.searchHint')}
        autoFocus
        errorMessage={refused === null ? undefined : t('addMembers.isMember', { name: refused })}
        onPick={(learner) => {
          const isMember = except.has(learner.id)
          setRefused(isMember ? listName(learner) : null)
          if (!isMember) onChange(withOne(chosen, learner.id, listName(learner), true))
        }}
      />
      <FilterChips
        label={t('addMembers.chosen')}
        chips={[...chosen].map(([id, name]) => ({ id: String(id), label: name }))}
        onRemove={(id) => onChange(withOne(chosen, Number(id), '', false))}
        onClearAll={() => onChange(new Map())}
      />
    </>
  )
}
