import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { listName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { useLearnerWords } from './learnerWords.ts'

/** The best matches for what is typed of a name, id or phone, and the same as choices of a `ComboBox`. */
export function useLearnerSearch(text: string) {
  const { day } = useLearnerWords()
  const wanted = useDeferredValue(text)
  const isAsking = wanted.trim() !== ''
  const found = useQuery(
    api.learners.search.queryOptions({
      input: { text: wanted },
      enabled: isAsking,
      placeholderData: (before) => before,
    }),
  )
  const learners = isAsking ? (found.data ?? []) : []
  const options = learners.map((learner) => ({
    id: String(learner.id),
    label: listName(learner),
    detail: [learner.studentId, day(learner.birthDate), ...learner.sectionCodes].filter(Boolean).join(' · '),
  }))
  return { learners, options, isLoading: found.isFetching }
}
