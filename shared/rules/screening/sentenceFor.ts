import { type IsoDate } from '../../values/dates.ts'
import { type Language } from '../../values/vocabulary.ts'
import { type MemberAnswer, type NextStep, type RequirementAnswer } from './answers.ts'
import { evidencePieces } from './evidencePieces.ts'
import { type MemberRequirement, type Requirement } from './requirements.ts'

/** What a sentence needs from its reader: the texts of `shared/texts`, dates as they write them, and their language. */
export interface SentenceWords {
  readonly language: Language
  /** The text of a key such as `screening.pieces.testedOn`, with its values put in. */
  readonly t: (key: string, values?: Record<string, string | number>) => string
  readonly date: (day: IsoDate) => string
}

const separator = ' · '

/** The any-of member with a key, as asked. */
export function memberOf(requirement: Requirement, key: string): MemberRequirement | null {
  const { rule } = requirement
  return rule.kind === 'anyOf' ? (rule.members.find((member) => member.key === key) ?? null) : null
}

/**
 * Says in one line what was looked at, what is needed and what is missing: "Listening 209 · level 4 ·
 * needs level 5 · 3 points below · tested 12 May". An any-of group speaks of the member that decided it.
 */
export function sentenceFor(
  answer: RequirementAnswer | MemberAnswer,
  requirement: Requirement | MemberRequirement,
  words: SentenceWords,
): string {
  const { waiver, evidence } = answer
  const waived =
    waiver === null || answer.state !== 'waived'
      ? []
      : [words.t('screening.pieces.waived', { name: waiver.grantedBy, date: words.date(waiver.grantedOn) })]
  if (evidence.kind !== 'anyOf') {
    const message = requirement.message[words.language]
    return [...evidencePieces(evidence, message, answer.state, words), ...waived].join(separator)
  }
  const deciding = evidence.members.find(({ key }) => key === evidence.decidingMember)
  const asked = memberOf(requirement as Requirement, evidence.decidingMember)
  if (deciding === undefined || asked === null)
    return [requirement.message[words.language], ...waived].join(separator)
  const others = evidence.members.length - 1
  const isOpen = answer.state === 'notMet' || answer.state === 'unknown'
  return [
    sentenceFor(deciding, asked, words),
    ...(isOpen && others > 0 ? [words.t('screening.pieces.otherWays', { others })] : []),
    ...(deciding.state === 'waived' ? [] : waived),
  ].join(separator)
}

/** The requirement, or the member of it, whose next step is meant. */
export function stepOwner(
  step: NextStep,
  requirements: readonly Requirement[],
): Requirement | MemberRequirement | null {
  const requirement = requirements.find(({ key }) => key === step.requirementKey)
  if (requirement === undefined) return null
  return step.memberKey === null ? requirement : (memberOf(requirement, step.memberKey) ?? requirement)
}

/** What to do next and who offers it, in one line. */
export function nextStepText(
  step: NextStep,
  requirements: readonly Requirement[],
  language: Language,
): string {
  const owner = stepOwner(step, requirements)
  return owner === null ? '' : `${owner.nextStep[language]} (${owner.offeredBy[language]})`
}
