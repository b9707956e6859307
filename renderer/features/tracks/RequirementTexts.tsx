import { useTranslation } from 'react-i18next'
import type { MemberRequirement, Requirement } from '../../../shared/rules/screening/requirements.ts'
import { TextField } from '../../ui/TextField.tsx'
import { LocalTextFields } from './LocalTextFields.tsx'

type Texts = Pick<MemberRequirement, 'message' | 'nextStep' | 'offeredBy' | 'source'>

interface RequirementTextsProps {
  value: Requirement | MemberRequirement
  onChange: (texts: Partial<Texts>) => void
}

const noErrors = {}

/** What learners are told: the rule in plain words, the next step, who offers it; and where the rule comes from. */
export function RequirementTexts({ value, onChange }: RequirementTextsProps) {
  const { t } = useTranslation('tracks')
  return (
    <>
      <LocalTextFields
        label={t('requirement.message')}
        name="message"
        value={value.message}
        onChange={(message) => onChange({ message })}
        errors={noErrors}
        isRequired
      />
      <LocalTextFields
        label={t('requirement.nextStep')}
        name="nextStep"
        value={value.nextStep}
        onChange={(nextStep) => onChange({ nextStep })}
        errors={noErrors}
        isRequired
        isLong
      />
      <LocalTextFields
        label={t('requirement.offeredBy')}
        name="offeredBy"
        value={value.offeredBy}
        onChange={(offeredBy) => onChange({ offeredBy })}
        errors={noErrors}
        isRequired
      />
      <TextField
        label={t('requirement.source')}
        hint={t('requirement.sourceHint')}
        name="source"
        value={value.source}
        onChange={(source) => onChange({ source })}
        isRequired
      />
    </>
  )
}
