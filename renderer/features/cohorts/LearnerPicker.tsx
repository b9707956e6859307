import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import styles from './Cohorts.module.css'

/** Learners chosen so far: their names by id. */
export type Chosen = ReadonlyMap<number, string>

/** The chosen ones with one more, or one less. */
export function withOne(chosen: Chosen, id: number, name: string, isChosen: boolean): Chosen {
  const next = new Map(chosen)
  if (isChosen) next.set(id, name)
  else next.delete(id)
  return next
}

interface LearnerPickerProps {
  chosen: Chosen
  onChange: (chosen: Chosen) => void
  /** Learners who are members already. */
  except: ReadonlySet<number>
}

/** Finds learners by any part of a name, an id or a phone number; those chosen stay in sight. */
export function LearnerPicker({ chosen, onChange, except }: LearnerPickerProps) {
  const { t } = useTranslation('cohorts')
  const [text, setText] = useState('')
  const deferred = useDeferredValue(text)
  const found = useQuery(
    api.learners.search.queryOptions({
      input: { text: deferred, limit: 30 },
      enabled: deferred.trim() !== '',
    }),
  )
  const shown = (deferred.trim() === '' ? [] : (found.data ?? [])).filter(({ id }) => !chosen.has(id))
  return (
    <>
      <SearchField label={t('addMembers.search')} value={text} onChange={setText} />
      <div className={styles.found} role="group" aria-label={t('addMembers.found')} tabIndex={0}>
        {[...chosen].map(([id, name]) => (
          <Checkbox
            key={id}
            isSelected
            onChange={(isChosen) => onChange(withOne(chosen, id, name, isChosen))}
          >
            {name}
          </Checkbox>
        ))}
        {shown.map((learner) => (
          <Checkbox
            key={learner.id}
            isSelected={false}
            isDisabled={except.has(learner.id)}
            hint={[
              learner.studentId,
              learner.sectionCodes.join(', '),
              except.has(learner.id) ? t('addMembers.alreadyIn') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
            onChange={(isChosen) => onChange(withOne(chosen, learner.id, listName(learner), isChosen))}
          >
            {listName(learner)}
          </Checkbox>
        ))}
        {chosen.size + shown.length === 0 && (
          <p className={styles.quiet}>
            {deferred.trim() === '' ? t('addMembers.searchHint') : t('addMembers.nobodyFound')}
          </p>
        )}
      </div>
    </>
  )
}
