import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import { requirementProblems } from '../../../shared/rules/screening/requirementProblems.ts'
import { requirementStrengths, type Requirement } from '../../../shared/rules/screening/requirements.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { AnyOfFields } from './AnyOfFields.tsx'
import { MarginFields } from './MarginFields.tsx'
import { RequirementTexts } from './RequirementTexts.tsx'
import { RuleFields } from './RuleFields.tsx'
import { useRuleWords } from './ruleWords.ts'
import { useFormDraft } from '../../useFormDraft.ts'

interface RequirementDialogProps {
  track: Track
  requirement: Requirement
  /** Keys that no new any-of member may have. */
  taken: ReadonlySet<string>
  onSave: (requirement: Requirement) => void
  onCancel: () => void
}

/** The form of one requirement; what its rule asks decides the fields. */
export function RequirementDialog({ track, requirement, taken, onSave, onCancel }: RequirementDialogProps) {
  const { t } = useTranslation('tracks')
  const { member } = useRuleWords(track.components)
  const place = `rule ${requirement.key} of track ${track.id}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, () => requirement, onCancel)
  const [isTried, setTried] = useState(false)
  const { rule } = draft
  const problems = isTried ? requirementProblems(draft) : []
  const nameOf = (key: string | null) => {
    const found = rule.kind === 'anyOf' ? rule.members.find((one) => one.key === key) : undefined
    return found === undefined ? '' : `${member(found)}: `
  }
  const items = problems.map(({ code, memberKey }) => ({
    field: `${memberKey ?? ''}${code}`,
    message: `${nameOf(memberKey)}${t(`core:tracks.problems.${code}`)}`,
  }))
  function send() {
    setTried(true)
    if (requirementProblems(draft).length === 0) onSave(draft)
  }
  return (
    <FormDialog
      isOpen
      size="large"
      title={t(`kinds.${rule.kind}`)}
      submitLabel={t('editor.take')}
      onSubmit={send}
      onCancel={close}
      hasChanges={hasChanges}
      errors={items}
    >
      {rule.kind === 'anyOf' ? (
        <AnyOfFields
          track={track}
          members={rule.members}
          taken={taken}
          onChange={(members) => setDraft({ ...draft, rule: { kind: 'anyOf', members } })}
        />
      ) : (
        <RuleFields
          track={track}
          rule={rule}
          maximumAgeDays={draft.maximumAgeDays}
          onChange={(next) => setDraft({ ...draft, rule: next })}
          onMaximumAge={(maximumAgeDays) => setDraft({ ...draft, maximumAgeDays })}
        />
      )}
      <RadioGroup
        label={t('requirement.strength')}
        orientation="horizontal"
        options={requirementStrengths.map((id) => ({
          id,
          label: t(`core:words.requirementStrengths.${id}`),
          detail: t(`requirement.means.${id}`),
        }))}
        value={draft.strength}
        onChange={(strength) => setDraft({ ...draft, strength })}
      />
      <RequirementTexts value={draft} onChange={(texts) => setDraft({ ...draft, ...texts })} />
      {rule.kind !== 'anyOf' && (
        <MarginFields
          kind={rule.kind}
          value={draft.margin}
          onChange={(margin) => setDraft({ ...draft, margin })}
        />
      )}
      <Switch isSelected={draft.waivable} onChange={(waivable) => setDraft({ ...draft, waivable })}>
        {t('requirement.mayBeWaivedLong')}
      </Switch>
    </FormDialog>
  )
}
