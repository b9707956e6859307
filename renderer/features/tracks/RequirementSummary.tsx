import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import type { Requirement } from '../../../shared/rules/screening/requirements.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { useRuleWords } from './ruleWords.ts'
import styles from './Tracks.module.css'

interface RequirementSummaryProps {
  requirement: Requirement
  components: Track['components']
}

/** One entry rule to read: its message, what is asked exactly, and the rest folded away. */
export function RequirementSummary({ requirement, components }: RequirementSummaryProps) {
  const { t } = useTranslation('tracks')
  const { language, rule, margin, member } = useRuleWords(components)
  const { strength, waivable, maximumAgeDays, message, nextStep, offeredBy, source } = requirement
  const asked = requirement.rule
  return (
    <li className={styles.requirement}>
      <div className={styles.requirementHead}>
        <span className={styles.message}>{message[language]}</span>
        <Badge kind={strength === 'required' ? 'info' : 'neutral'}>
          {t(`core:words.requirementStrengths.${strength}`)}
        </Badge>
      </div>
      <p className={styles.quiet}>{rule(requirement)}</p>
      <Disclosure>
        <KeyValueList
          items={[
            { label: t('requirement.nextStep'), value: nextStep[language] },
            { label: t('requirement.offeredBy'), value: offeredBy[language] },
            ...(maximumAgeDays === null
              ? []
              : [
                  {
                    label: t('requirement.maximumAge'),
                    value: t('requirement.days', { count: maximumAgeDays }),
                  },
                ]),
            {
              label: t('requirement.margin'),
              value:
                asked.kind === 'anyOf'
                  ? asked.members.map((one) => `${member(one)}: ${margin(one.margin)}`).join('; ')
                  : margin(requirement.margin),
            },
            {
              label: t('requirement.waivable'),
              value: waivable ? t('requirement.mayBeWaived') : t('requirement.mayNotBeWaived'),
            },
            { label: t('requirement.source'), value: source },
          ]}
        />
      </Disclosure>
    </li>
  )
}

/** Entry rules to read, in their order. */
export function RequirementList(props: {
  requirements: readonly Requirement[]
  components: Track['components']
}) {
  return (
    <ul className={styles.requirements}>
      {props.requirements.map((requirement) => (
        <RequirementSummary key={requirement.key} requirement={requirement} components={props.components} />
      ))}
    </ul>
  )
}
