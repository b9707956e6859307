import { useTranslation } from 'react-i18next'
import type { TableLevel } from '../../../shared/rules/levels.ts'
import type { Track } from '../../../shared/contract/tracks.ts'
import type { SimpleRule } from '../../../shared/rules/screening/requirements.ts'
import { equivalencyStates, schoolingLevels, skillAreas } from '../../../shared/values/vocabulary.ts'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { ComponentField, DocumentFields, ScoreFields } from './NamedRuleFields.tsx'

interface RuleFieldsProps {
  track: Track
  rule: SimpleRule
  maximumAgeDays: number | null
  onChange: (rule: SimpleRule) => void
  onMaximumAge: (days: number | null) => void
}

const tableLevels: readonly TableLevel[] = [1, 2, 3, 4, 5, 6]
const undatedKinds: readonly SimpleRule['kind'][] = ['age', 'schooling', 'equivalency']

/** The small form of one kind of rule. */
export function RuleFields({ track, rule, maximumAgeDays, onChange, onMaximumAge }: RuleFieldsProps) {
  const { t } = useTranslation('tracks')
  return (
    <>
      <KindFields track={track} rule={rule} onChange={onChange} />
      {!undatedKinds.includes(rule.kind) && (
        <NumberField
          label={t('requirement.maximumAge')}
          hint={t('requirement.maximumAgeHint')}
          value={maximumAgeDays}
          onChange={onMaximumAge}
          minValue={1}
        />
      )}
    </>
  )
}

function LevelSelect({ value, onChange }: { value: TableLevel; onChange: (level: TableLevel) => void }) {
  const { t } = useTranslation('tracks')
  return (
    <Select
      label={t('ruleFields.minimumLevel')}
      options={tableLevels.map((level) => ({
        id: String(level),
        label: `${level} · ${t(`core:words.levels.${level}`)}`,
      }))}
      value={String(value)}
      onChange={(id) => onChange(Number(id) as TableLevel)}
    />
  )
}

interface KindFieldsProps {
  track: Track
  rule: SimpleRule
  onChange: (rule: SimpleRule) => void
}

function KindFields({ track, rule, onChange }: KindFieldsProps) {
  const { t } = useTranslation('tracks')
  const areas = skillAreas.map((id) => ({ id, label: t(`core:words.skillAreas.${id}`) }))
  switch (rule.kind) {
    case 'level':
      return (
        <FieldRow>
          <Select
            label={t('ruleFields.area')}
            options={areas}
            value={rule.area}
            onChange={(area) => onChange({ ...rule, area })}
          />
          <LevelSelect
            value={rule.minimumLevel}
            onChange={(minimumLevel) => onChange({ ...rule, minimumLevel })}
          />
        </FieldRow>
      )
    case 'lowestLevel':
      return (
        <>
          <CheckboxGroup
            label={t('ruleFields.areas')}
            hint={t('ruleFields.areasHint')}
            options={areas}
            value={rule.areas}
            onChange={(chosen) => onChange({ ...rule, areas: chosen })}
          />
          <LevelSelect
            value={rule.minimumLevel}
            onChange={(minimumLevel) => onChange({ ...rule, minimumLevel })}
          />
        </>
      )
    case 'score':
      return <ScoreFields rule={rule} onChange={onChange} />
    case 'age':
      return (
        <NumberField
          label={t('ruleFields.years')}
          hint={t('ruleFields.yearsHint')}
          value={rule.minimumYears}
          onChange={(years) => onChange({ ...rule, minimumYears: years ?? 0 })}
          minValue={1}
          maxValue={100}
          step={0.5}
        />
      )
    case 'schooling':
      return (
        <Select
          label={t('ruleFields.schooling')}
          options={schoolingLevels
            .filter((id) => id !== 'none')
            .map((id) => ({ id, label: t(`core:words.schoolingLevels.${id}`) }))}
          value={rule.minimumSchooling}
          onChange={(minimumSchooling) => onChange({ ...rule, minimumSchooling })}
        />
      )
    case 'equivalency':
      return (
        <RadioGroup
          label={t('ruleFields.equivalency')}
          orientation="horizontal"
          options={equivalencyStates
            .filter((id) => id !== 'none')
            .map((id) => ({ id, label: t(`core:words.equivalencyStates.${id}`) }))}
          value={rule.minimumEquivalency}
          onChange={(minimumEquivalency) => onChange({ ...rule, minimumEquivalency })}
        />
      )
    case 'document':
      return <DocumentFields rule={rule} onChange={onChange} />
    case 'hours':
      return (
        <FieldRow>
          <ComponentField
            track={track}
            value={rule.component}
            mayBeAny
            onChange={(component) => onChange({ ...rule, component })}
          />
          <NumberField
            label={t('ruleFields.hours')}
            value={rule.minimumHours}
            onChange={(hours) => onChange({ ...rule, minimumHours: hours ?? 0 })}
            minValue={1}
          />
        </FieldRow>
      )
    case 'attendance':
      return (
        <FieldRow>
          <ComponentField
            track={track}
            value={rule.component}
            mayBeAny
            onChange={(component) => onChange({ ...rule, component })}
          />
          <NumberField
            label={t('ruleFields.rate')}
            value={rule.minimumRate}
            onChange={(rate) => onChange({ ...rule, minimumRate: rate ?? 0 })}
            minValue={0.01}
            maxValue={1}
            step={0.01}
            formatOptions={{ style: 'percent' }}
          />
        </FieldRow>
      )
    case 'component':
      return (
        <ComponentField
          track={track}
          value={rule.component}
          onChange={(component) => onChange({ ...rule, component: component ?? '' })}
        />
      )
    case 'interview':
      return (
        <RadioGroup
          label={t('ruleFields.interview')}
          options={(['held', 'passed'] as const).map((id) => ({ id, label: t(`rules.interview.${id}`) }))}
          value={rule.needs}
          onChange={(needs) => onChange({ ...rule, needs })}
        />
      )
  }
}
