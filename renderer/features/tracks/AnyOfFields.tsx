import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import { blankMember } from '../../../shared/rules/screening/newRequirement.ts'
import type { MemberRequirement, SimpleRule } from '../../../shared/rules/screening/requirements.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { AddIcon, DeleteIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { MarginFields } from './MarginFields.tsx'
import { RequirementTexts } from './RequirementTexts.tsx'
import { RuleFields } from './RuleFields.tsx'
import { simpleKinds } from './ruleKinds.ts'
import { useRuleWords } from './ruleWords.ts'
import styles from './Tracks.module.css'

interface AnyOfFieldsProps {
  track: Track
  members: readonly MemberRequirement[]
  taken: ReadonlySet<string>
  onChange: (members: readonly MemberRequirement[]) => void
}

/** The ways to meet an any-of requirement, each with its own small form. */
export function AnyOfFields({ track, members, taken, onChange }: AnyOfFieldsProps) {
  const { t } = useTranslation('tracks')
  const { member: inWords } = useRuleWords(track.components)
  const put = (changed: MemberRequirement) =>
    onChange(members.map((one) => (one.key === changed.key ? changed : one)))
  function add(kind: SimpleRule['kind']) {
    const keys = new Set([...taken, ...members.map(({ key }) => key)])
    onChange([...members, blankMember(kind, keys)])
  }
  return (
    <fieldset className={styles.group}>
      <legend>{t('anyOf.ways')}</legend>
      {members.map((one) => (
        <div key={one.key} className={styles.requirement}>
          <div className={styles.requirementHead}>
            <span className={styles.message}>{inWords(one)}</span>
            <Button
              isSmall
              variant="quiet"
              icon={DeleteIcon}
              onPress={() => onChange(members.filter(({ key }) => key !== one.key))}
            >
              {t('anyOf.remove')}
            </Button>
          </div>
          <RuleFields
            track={track}
            rule={one.rule}
            maximumAgeDays={one.maximumAgeDays}
            onChange={(rule) => put({ ...one, rule })}
            onMaximumAge={(maximumAgeDays) => put({ ...one, maximumAgeDays })}
          />
          <Disclosure label={t('anyOf.texts')} defaultExpanded={one.message.en === ''}>
            <RequirementTexts value={one} onChange={(texts) => put({ ...one, ...texts })} />
            <MarginFields
              kind={one.rule.kind}
              value={one.margin}
              onChange={(margin) => put({ ...one, margin })}
            />
            <Switch isSelected={one.waivable} onChange={(waivable) => put({ ...one, waivable })}>
              {t('requirement.mayBeWaivedLong')}
            </Switch>
          </Disclosure>
        </div>
      ))}
      <div>
        <AddWay onAdd={add} />
      </div>
    </fieldset>
  )
}

function AddWay({ onAdd }: { onAdd: (kind: SimpleRule['kind']) => void }) {
  const { t } = useTranslation('tracks')
  return (
    <MenuButton
      icon={AddIcon}
      label={t('anyOf.add')}
      actions={simpleKinds.map((kind) => ({
        id: kind,
        label: t(`kinds.${kind}`),
        onAction: () => onAdd(kind),
      }))}
    />
  )
}
