import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnerFilters, LearnerSummary } from '../../../shared/contract/learners.ts'
import type { ScreeningPool } from '../../../shared/contract/screenings.ts'
import { displayName } from '../../../shared/values/names.ts'
import { skillAreas, type SkillArea } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { CheckboxGroup } from '../../ui/CheckboxGroup.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { Select } from '../../ui/Select.tsx'
import { LearnerPicker } from '../learners/LearnerPicker.tsx'

interface PoolFieldsProps {
  value: ScreeningPool
  onChange: (pool: ScreeningPool) => void
}

const kinds = ['allActive', 'section', 'interested', 'waitlist', 'filter', 'chosen'] as const
const noFilters: LearnerFilters = {
  text: '',
  status: ['active'],
  sectionId: null,
  interestTrackId: null,
  skillArea: null,
  levels: [],
  tested: null,
}
const firstOf: Readonly<Record<(typeof kinds)[number], ScreeningPool>> = {
  allActive: { kind: 'allActive' },
  section: { kind: 'section', sectionId: 0 },
  interested: { kind: 'interested' },
  waitlist: { kind: 'waitlist' },
  filter: { kind: 'filter', filters: noFilters },
  chosen: { kind: 'chosen', learnerIds: [] },
}

/** Whom to look at. */
export function PoolFields({ value, onChange }: PoolFieldsProps) {
  const { t } = useTranslation('screening')
  return (
    <>
      <Select
        label={t('pools.label')}
        name="pool"
        options={kinds.map((id) => ({ id, label: t(`pools.${id}`), detail: t(`pools.details.${id}`) }))}
        value={value.kind}
        onChange={(kind) => onChange(firstOf[kind])}
        hint={t(`pools.details.${value.kind}`)}
      />
      {value.kind === 'section' && (
        <SectionField
          sectionId={value.sectionId}
          onChange={(sectionId) => onChange({ ...value, sectionId })}
        />
      )}
      {value.kind === 'filter' && (
        <LevelFields filters={value.filters} onChange={(filters) => onChange({ ...value, filters })} />
      )}
      {value.kind === 'chosen' && (
        <ChosenField
          learnerIds={value.learnerIds}
          onChange={(learnerIds) => onChange({ ...value, learnerIds })}
        />
      )}
    </>
  )
}

function SectionField({ sectionId, onChange }: { sectionId: number; onChange: (id: number) => void }) {
  const { t } = useTranslation('screening')
  const sections = useQuery(api.sections.list.queryOptions({ input: { limit: 500 } }))
  return (
    <ComboBox
      label={t('pools.sectionField')}
      name="section"
      options={(sections.data?.rows ?? []).map(({ id, code, name }) => ({
        id: String(id),
        label: code,
        detail: name,
      }))}
      value={sectionId === 0 ? null : String(sectionId)}
      onChange={(id) => onChange(Number(id ?? 0))}
      isRequired
    />
  )
}

const levels = [1, 2, 3, 4, 5, 6, 7] as const

function LevelFields(props: { filters: LearnerFilters; onChange: (filters: LearnerFilters) => void }) {
  const { filters, onChange } = props
  const { t } = useTranslation('screening')
  return (
    <FieldRow>
      <Select
        label={t('pools.area')}
        name="area"
        options={[
          { id: 'any', label: t('pools.anyArea') },
          ...skillAreas.map((id) => ({ id, label: t(`core:words.skillAreas.${id}`) })),
        ]}
        value={filters.skillArea ?? 'any'}
        onChange={(id) => onChange({ ...filters, skillArea: id === 'any' ? null : (id as SkillArea) })}
      />
      <CheckboxGroup
        label={t('pools.levels')}
        name="levels"
        options={levels.map((level) => ({
          id: String(level),
          label: `${level === 7 ? '' : `${level} · `}${t(`core:words.levels.${level}`)}`,
        }))}
        value={filters.levels.map(String)}
        onChange={(chosen) => onChange({ ...filters, levels: chosen.map(Number).toSorted((a, b) => a - b) })}
      />
    </FieldRow>
  )
}

function ChosenField(props: { learnerIds: readonly number[]; onChange: (ids: number[]) => void }) {
  const { t } = useTranslation('screening')
  const { learnerIds, onChange } = props
  const [picked, setPicked] = useState<ReadonlyMap<number, LearnerSummary>>(new Map())
  // Somebody whom the address named is known by number alone.
  const named = useQueries({
    queries: learnerIds
      .filter((id) => !picked.has(id))
      .map((learnerId) => api.learners.get.queryOptions({ input: { learnerId } })),
  })
  const nameOf = (id: number) => {
    const learner = picked.get(id) ?? named.find(({ data }) => data?.id === id)?.data
    return learner ? displayName(learner) : '…'
  }
  function add(learner: LearnerSummary) {
    setPicked(new Map(picked).set(learner.id, learner))
    if (!learnerIds.includes(learner.id)) onChange([...learnerIds, learner.id])
  }
  return (
    <>
      <LearnerPicker label={t('pools.learnerField')} onPick={add} />
      <FilterChips
        chips={learnerIds.map((id) => ({ id: String(id), label: nameOf(id) }))}
        onRemove={(id) => onChange(learnerIds.filter((one) => String(one) !== id))}
        onClearAll={() => onChange([])}
      />
    </>
  )
}
