import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberAnswer, RequirementAnswer } from '../../../shared/rules/screening/answers.ts'
import type { MemberRequirement, Requirement } from '../../../shared/rules/screening/requirements.ts'
import { memberOf, sentenceFor } from '../../../shared/rules/screening/sentenceFor.ts'
import { useSentenceWords } from '../../sentenceWords.ts'
import { NotMetIcon, SecurityIcon, SuccessIcon, UnknownIcon } from '../../ui/icons.ts'
import { useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

const icons = { met: SuccessIcon, notMet: NotMetIcon, unknown: UnknownIcon, waived: SecurityIcon }

interface AnswerLineProps {
  answer: RequirementAnswer
  requirement: Requirement
  /** What can be done about it here, such as setting the requirement aside. */
  action?: ReactNode
}

/** One requirement with its answer in a sentence, and the next step under it while it is open. */
export function AnswerLine({ answer, requirement, action }: AnswerLineProps) {
  const { t } = useTranslation('screening')
  const { language } = useScreeningWords()
  const words = useSentenceWords()
  const Icon = icons[answer.state]
  const { evidence } = answer
  const isOpen = answer.state === 'notMet' || answer.state === 'unknown'
  const deciding = evidence.kind === 'anyOf' ? memberOf(requirement, evidence.decidingMember) : null
  const owner = deciding ?? requirement
  return (
    <li className={styles.answer}>
      <Icon aria-hidden size={18} className={styles[answer.state]} />
      <div>
        <p>
          <span className="visually-hidden">{t(`core:words.answerStates.${answer.state}`)}: </span>
          <span className={styles.message}>{requirement.message[language]}</span>
        </p>
        <p>{sentenceFor(answer, requirement, words)}</p>
        {answer.withinReach && <p className={styles.quiet}>{t('panel.withinReach')}</p>}
        {isOpen && (
          <div className={styles.step}>
            <p>{owner.nextStep[language]}</p>
            <p className={styles.quiet}>{t('panel.offeredBy', { who: owner.offeredBy[language] })}</p>
          </div>
        )}
        {answer.state === 'waived' && answer.waiver && <p className={styles.quiet}>{answer.waiver.reason}</p>}
        {evidence.kind === 'anyOf' && isOpen && (
          <OtherWays
            members={evidence.members}
            deciding={evidence.decidingMember}
            requirement={requirement}
          />
        )}
        {action}
      </div>
    </li>
  )
}

function OtherWays(props: { members: readonly MemberAnswer[]; deciding: string; requirement: Requirement }) {
  const { t } = useTranslation('screening')
  const words = useSentenceWords()
  const others = props.members.flatMap((answer): [MemberAnswer, MemberRequirement][] => {
    const asked = memberOf(props.requirement, answer.key)
    return answer.key === props.deciding || asked === null ? [] : [[answer, asked]]
  })
  if (others.length === 0) return null
  return (
    <p className={styles.quiet}>
      {t('panel.otherWays')} {others.map(([answer, asked]) => sentenceFor(answer, asked, words)).join('; ')}
    </p>
  )
}
