import { useTranslation } from 'react-i18next'
import type { Benchmark, BenchmarkFields } from '../../../shared/contract/benchmarks.ts'
import type { Credential } from '../../../shared/contract/tracks.ts'
import { benchmarkKinds, benchmarkMeasures } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { useLocalText } from '../../useLocalText.ts'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useFormDraft } from '../../useFormDraft.ts'

type Draft = Omit<BenchmarkFields, 'validOn'> & { validOn: string | null }

interface BenchmarkDialogProps {
  trackId: number
  credential: Credential | null
  /** The figure to change; null for a new one. */
  benchmark: Benchmark | null
  onClose: () => void
}

const emptyFigure: Omit<Draft, 'trackId'> = {
  kind: 'regularClass',
  measure: 'completionRate',
  partKey: null,
  label: '',
  numerator: null,
  denominator: null,
  ratePercent: null,
  source: '',
  validOn: null,
}

interface FieldsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  errors: Readonly<Record<string, string>>
  credential: Credential | null
}

/** What the figure is a figure of. */
function SubjectFields({ draft, change, errors, credential }: FieldsProps) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const parts = (credential?.parts ?? []).map(({ key, name }) => ({ id: key, label: say(name) }))
  const measures = benchmarkMeasures.filter((id) => id !== 'firstTimePassRateOfPart' || parts.length > 0)
  return (
    <>
      <FieldRow>
        <TextField
          label={t('benchmarks.label')}
          hint={t('benchmarks.labelHint')}
          name="label"
          value={draft.label}
          onChange={(label) => change({ label })}
          isRequired
          autoFocus
          errorMessage={errors.label}
        />
        <Select
          label={t('benchmarks.kind')}
          options={benchmarkKinds.map((id) => ({ id, label: t(`core:words.benchmarkKinds.${id}`) }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
      </FieldRow>
      <Select
        label={t('results.measure')}
        options={measures.map((id) => ({ id, label: t(`core:words.benchmarkMeasures.${id}`) }))}
        value={draft.measure}
        onChange={(measure) =>
          change({ measure, partKey: measure === 'firstTimePassRateOfPart' ? (parts[0]?.id ?? null) : null })
        }
      />
      {draft.measure === 'firstTimePassRateOfPart' && (
        <Select
          label={t('benchmarks.part')}
          name="partKey"
          options={parts}
          value={draft.partKey}
          onChange={(partKey) => change({ partKey })}
          errorMessage={errors.partKey}
        />
      )}
    </>
  )
}

/** The figure itself: two counts, or a rate where only that is known. */
function FigureFields({ draft, change, errors }: Omit<FieldsProps, 'credential'>) {
  const { t } = useTranslation('cohorts')
  return (
    <FieldRow>
      <NumberField
        label={t('benchmarks.numerator')}
        name="numerator"
        value={draft.numerator}
        onChange={(numerator) => change({ numerator })}
        minValue={0}
        errorMessage={errors.numerator}
      />
      <NumberField
        label={t('benchmarks.denominator')}
        name="denominator"
        value={draft.denominator}
        onChange={(denominator) => change({ denominator })}
        minValue={1}
        errorMessage={errors.denominator}
      />
      <NumberField
        label={t('benchmarks.ratePercent')}
        name="ratePercent"
        value={draft.ratePercent}
        onChange={(ratePercent) => change({ ratePercent })}
        minValue={0}
        maxValue={100}
        errorMessage={errors.ratePercent}
      />
    </FieldRow>
  )
}

/** Writes down a figure to compare with, or mends one. */
export function BenchmarkDialog({ trackId, credential, benchmark, onClose }: BenchmarkDialogProps) {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const begin = (): Draft => benchmark ?? { trackId, ...emptyFigure }
  const place = `benchmark ${benchmark?.id ?? `new for ${trackId}`}`
  const { draft, setDraft, close, hasChanges } = useFormDraft(place, begin, onClose)
  const create = useCommand(api.benchmarks.create)
  const update = useCommand(api.benchmarks.change)
  const { isPending, failure } = benchmark ? update : create
  const errors = failure?.fields ?? {}
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  function submit() {
    const { trackId: _track, ...rest } = draft
    const fields = { ...rest, trackId, validOn: draft.validOn ?? '' }
    if (benchmark) update.run({ benchmarkId: benchmark.id, ...fields }, { onSuccess: close })
    else create.run(fields, { onSuccess: close })
  }
  return (
    <FormDialog
      isOpen
      size="medium"
      title={benchmark ? t('benchmarks.editTitle') : t('benchmarks.newTitle')}
      submitLabel={t('benchmarks.save')}
      onSubmit={submit}
      onCancel={close}
      hasChanges={hasChanges}
      isPending={isPending}
      errors={failure?.items ?? []}
    >
      <SubjectFields draft={draft} change={change} errors={errors} credential={credential} />
      <FigureFields draft={draft} change={change} errors={errors} />
      <TextField
        label={t('results.source')}
        hint={t('benchmarks.sourceHint')}
        name="source"
        value={draft.source}
        onChange={(source) => change({ source })}
        isRequired
        errorMessage={errors.source}
      />
      <DateTextField
        label={t('benchmarks.validOn')}
        name="validOn"
        value={draft.validOn}
        onChange={(validOn) => change({ validOn })}
        latest={today}
        today={today}
        isRequired
        errorMessage={errors.validOn}
      />
    </FormDialog>
  )
}
