import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Screening } from '../../../shared/contract/screenings.ts'
import type { MemberRequirement, SimpleRule } from '../../../shared/rules/screening/requirements.ts'
import { thresholdOf } from '../../../shared/rules/screening/tryThreshold.ts'
import { schoolingLevels } from '../../../shared/values/vocabulary.ts'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Form, FieldRow } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { useJob } from '../../useJob.ts'
import { useScreeningWords } from './screeningWords.ts'
import { TrialResult, type Tried } from './TrialResult.tsx'
import styles from './Screening.module.css'

/** What a threshold is counted in, and between which ends it may be tried. */
function rangeOf(rule: SimpleRule): { min: number; max: number; step: number; isPercent?: boolean } {
  switch (rule.kind) {
    case 'level':
    case 'lowestLevel':
      return { min: 1, max: 6, step: 1 }
    case 'age':
      return { min: 14, max: 100, step: 0.5 }
    case 'attendance':
      return { min: 0.01, max: 1, step: 0.01, isPercent: true }
    case 'hours':
      return { min: 1, max: 10_000, step: 1 }
    default:
      return { min: 1, max: 1000, step: 1 }
  }
}

/** Another threshold beside the real one: how many more would be in, before anyone changes a rule. */
export function WhatIfTab({ screening }: { screening: Screening }) {
  const { t } = useTranslation('screening')
  const { language, number, percent } = useScreeningWords()
  const simple = screening.requirements.flatMap((requirement): MemberRequirement[] => {
    const { rule } = requirement
    return rule.kind === 'anyOf' ? [...rule.members] : [{ ...requirement, rule }]
  })
  const variable = simple.filter(({ rule }) => thresholdOf(rule) !== null)
  const heldBack = variable.find(({ key }) => key === screening.reasons[0]?.key)
  const [key, setKey] = useState((heldBack ?? variable[0])?.key ?? null)
  const chosen = variable.find((one) => one.key === key) ?? null
  const [threshold, setThreshold] = useState<number | null>(chosen && lowered(chosen.rule))
  const trial = useJob(client.screenings.tryThreshold)
  const [tried, setTried] = useState<Tried | null>(null)
  if (chosen === null) return <p>{t('whatIf.nothing')}</p>
  const real = thresholdOf(chosen.rule)!
  const say = (value: number) =>
    chosen.rule.kind === 'schooling'
      ? t(`core:words.schoolingLevels.${schoolingLevels[value] ?? 'none'}`)
      : chosen.rule.kind === 'attendance'
        ? percent(value)
        : number(value)
  function choose(next: string) {
    setKey(next)
    const rule = variable.find((one) => one.key === next)?.rule
    setThreshold(rule ? lowered(rule) : null)
    trial.reset()
  }
  function send() {
    if (chosen === null || threshold === null) return
    const sent = { key: chosen.key, threshold }
    trial.run(
      { screeningId: screening.id, ...sent },
      { onSuccess: () => setTried({ ...sent, real: say(real), other: say(threshold) }) },
    )
  }
  return (
    <div className={styles.parts}>
      <p>{t('whatIf.intro')}</p>
      <Form label={t('whatIf.title')} onSubmit={send}>
        <FormErrors errors={trial.failure?.items ?? []} />
        <Select
          label={t('whatIf.requirement')}
          options={variable.map((one) => ({ id: one.key, label: one.message[language] }))}
          value={key}
          onChange={choose}
        />
        <FieldRow>
          <ThresholdField rule={chosen.rule} value={threshold} onChange={setThreshold} real={say(real)} />
          <div className={styles.besideField}>
            <Button type="submit" isPending={trial.isRunning}>
              {t('whatIf.try')}
            </Button>
          </div>
        </FieldRow>
      </Form>
      {trial.isRunning && trial.progress && (
        <ProgressBar
          label={t(`core:progress.${trial.progress.stage}`)}
          done={trial.progress.done}
          total={trial.progress.total ?? undefined}
          onCancel={trial.cancel}
        />
      )}
      {trial.result && tried !== null && !trial.isRunning && (
        <TrialResult screening={screening} tried={tried} result={trial.result} />
      )}
    </div>
  )
}

/** One step easier than the rule: the first thing people want to know. */
function lowered(rule: SimpleRule): number | null {
  const threshold = thresholdOf(rule)
  if (threshold === null) return null
  const { min, step } = rangeOf(rule)
  const by = rule.kind === 'score' ? 5 : rule.kind === 'attendance' ? 0.05 : rule.kind === 'age' ? 1 : step
  return rule.kind === 'schooling' ? Math.max(0, threshold - 1) : Math.max(min, threshold - by)
}

interface ThresholdFieldProps {
  rule: SimpleRule
  value: number | null
  onChange: (value: number | null) => void
  real: string
}

function ThresholdField({ rule, value, onChange, real }: ThresholdFieldProps) {
  const { t } = useTranslation('screening')
  const hint = t('whatIf.real', { threshold: real })
  if (rule.kind === 'schooling') {
    return (
      <Select
        label={t('whatIf.threshold')}
        hint={hint}
        options={schoolingLevels.map((id) => ({ id, label: t(`core:words.schoolingLevels.${id}`) }))}
        value={value === null ? null : (schoolingLevels[value] ?? null)}
        onChange={(id) => onChange(schoolingLevels.indexOf(id))}
      />
    )
  }
  const { min, max, step, isPercent } = rangeOf(rule)
  return (
    <NumberField
      label={t('whatIf.threshold')}
      hint={hint}
      value={value}
      onChange={onChange}
      minValue={min}
      maxValue={max}
      step={step}
      {...(isPercent ? { formatOptions: { style: 'percent' as const } } : {})}
    />
  )
}
