import { useTranslation } from 'react-i18next'
import type { EvidenceKind, EvidenceRecord } from '../../../shared/contract/evidence.ts'
import { componentStates, documentStates, interviewResults } from '../../../shared/values/vocabulary.ts'

/** The answers that each kind of evidence can have, in the order to choose from. */
export const statesOf = {
  document: documentStates,
  component: componentStates,
  interview: interviewResults,
} as const

const wordLists = {
  document: 'documentStates',
  component: 'componentStates',
  interview: 'interviewResults',
} as const satisfies Record<EvidenceKind, string>

/** The word for an answer, which differs by kind. */
export function useEvidenceStateWord() {
  const { t } = useTranslation()
  return (kind: EvidenceKind, status: EvidenceRecord['status']) =>
    t(`core:words.${wordLists[kind]}.${status}`)
}
