import type { Topic } from '../../../shared/contract/topics.ts'

/** What applying or undoing a file can change, and what is read again afterwards. */
export const importTopics: readonly Topic[] = [
  'imports',
  'learners',
  'sections',
  'assessments',
  'attendance',
  'cohorts',
]
