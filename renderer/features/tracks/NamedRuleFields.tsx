import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import type { DocumentRule, ScoreRule } from '../../../shared/rules/screening/requirements.ts'
import { api } from '../../api.ts'
import { FieldRow } from '../../ui/Form.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { newKey } from './newKey.ts'

interface ComponentFieldProps {
  track: Track
  value: string | null
  /** Offers *all components together*. */
  mayBeAny?: boolean
  onChange: (component: string | null) => void
}

const any = '*'

/** A component of the track, by name. */
export function ComponentField({ track, value, mayBeAny, onChange }: ComponentFieldProps) {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const known = track.components.map(({ key, name }) => ({ id: key, label: name[language] }))
  // A component that the track has dropped is still what an old rule asks for.
  const dropped =
    value !== null && value !== '' && !known.some(({ id }) => id === value)
      ? [{ id: value, label: value }]
      : []
  return (
    <Select
      label={t('ruleFields.component')}
      hint={t('ruleFields.componentHint')}
      options={[...(mayBeAny ? [{ id: any, label: t('rules.anyComponent') }] : []), ...known, ...dropped]}
      value={value === null ? any : value === '' ? null : value}
      onChange={(id) => onChange(id === any ? null : id)}
    />
  )
}

interface ScoreFieldsProps {
  rule: ScoreRule
  onChange: (rule: ScoreRule) => void
}

/** A score on one test: the tests are those with a score table in the program. */
export function ScoreFields({ rule, onChange }: ScoreFieldsProps) {
  const { t } = useTranslation('tracks')
  const tables = useQuery(api.instruments.list.queryOptions({ input: {} }))
  const tests = new Map(
    (tables.data ?? []).map(({ instrument, skillArea }) => [
      `${instrument}\n${skillArea}`,
      { instrument, area: skillArea },
    ]),
  )
  const chosen = `${rule.instrument}\n${rule.area}`
  return (
    <FieldRow>
      <Select
        label={t('ruleFields.instrument')}
        options={[...tests].map(([id, { instrument, area }]) => ({
          id,
          label: instrument,
          detail: t(`core:words.skillAreas.${area}`),
        }))}
        value={tests.has(chosen) ? chosen : null}
        onChange={(id) => {
          const test = tests.get(id)
          if (test) onChange({ ...rule, ...test })
        }}
      />
      <NumberField
        label={t('ruleFields.score')}
        value={Number.isNaN(rule.minimumScore) ? null : rule.minimumScore}
        onChange={(score) => onChange({ ...rule, minimumScore: score ?? Number.NaN })}
        minValue={0}
      />
    </FieldRow>
  )
}

interface DocumentFieldsProps {
  rule: DocumentRule
  onChange: (rule: DocumentRule) => void
}

const another = '+'

/** A document that the college office has seen: one that some track asks for already, or a new one. */
export function DocumentFields({ rule, onChange }: DocumentFieldsProps) {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const asked = useQuery(api.evidence.asked.queryOptions({ input: {} }))
  const documents = (asked.data ?? []).filter(({ kind }) => kind === 'document')
  const isKnown = documents.some(({ evidenceKey }) => evidenceKey === rule.document)
  const [isNew, setNew] = useState(false)
  const [name, setName] = useState('')
  const { recency } = rule
  return (
    <>
      <FieldRow>
        <Select
          label={t('ruleFields.document')}
          hint={t('ruleFields.documentHint')}
          options={[
            ...documents.map(({ evidenceKey, label }) => ({ id: evidenceKey, label: label[language] })),
            { id: another, label: t('ruleFields.anotherDocument') },
          ]}
          value={isNew ? another : isKnown ? rule.document : rule.document === '' ? null : another}
          onChange={(id) => {
            setNew(id === another)
            onChange({ ...rule, document: id === another ? '' : id })
          }}
        />
        {(isNew || (!isKnown && rule.document !== '')) && (
          <TextField
            label={t('ruleFields.documentName')}
            value={name === '' && !isNew ? rule.document : name}
            onChange={(text) => {
              setName(text)
              const taken = documents.map(({ evidenceKey }) => evidenceKey)
              onChange({ ...rule, document: text.trim() === '' ? '' : newKey(text, taken) })
            }}
          />
        )}
      </FieldRow>
      <FieldRow>
        <NumberField
          label={t('ruleFields.recency')}
          hint={t('ruleFields.recencyHint')}
          value={recency?.count ?? null}
          onChange={(count) =>
            onChange({ ...rule, recency: count === null ? null : { unit: recency?.unit ?? 'months', count } })
          }
          minValue={1}
        />
        <Select
          label={t('ruleFields.recencyUnit')}
          options={(['days', 'months'] as const).map((id) => ({ id, label: t(`ruleFields.units.${id}`) }))}
          value={recency?.unit ?? 'months'}
          isDisabled={recency === null}
          onChange={(unit) => onChange({ ...rule, recency: recency && { ...recency, unit } })}
        />
        <NumberField
          label={t('ruleFields.doses')}
          hint={t('ruleFields.dosesHint')}
          value={rule.minimumDoses}
          onChange={(minimumDoses) => onChange({ ...rule, minimumDoses })}
          minValue={1}
        />
      </FieldRow>
    </>
  )
}
