import { useTranslation } from 'react-i18next'
import type { Benchmark } from '../../../shared/contract/benchmarks.ts'
import type { Credential } from '../../../shared/contract/tracks.ts'
import { figureOf } from '../../../shared/rules/benchmarkMeasures.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { AddIcon, DeleteIcon, EditIcon } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/Menu.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { BenchmarkDialog } from './BenchmarkDialog.tsx'
import { useDays } from './useDays.ts'
import { useMeasureName } from './useMeasureName.ts'
import { useRateText } from './useRateText.ts'
import styles from './Cohorts.module.css'
import { useDraft } from '../../useDraft.ts'

interface BenchmarksCardProps {
  trackId: number
  /** The credential whose parts a figure can be about. */
  credential: Credential | null
  benchmarks: readonly Benchmark[]
}

/** The part that a figure is about; one that the credential has no more keeps its key. */
export function partOf({ partKey }: Benchmark, credential: Credential | null) {
  if (partKey === null) return null
  const name = credential?.parts.find(({ key }) => key === partKey)?.name
  return { key: partKey, name: name ?? { en: partKey, es: partKey } }
}

/** Removes a figure; it can be taken back from the toast. */
function useRemoval() {
  const { t } = useTranslation('cohorts')
  const toasts = useToasts()
  const remove = useCommand(api.benchmarks.remove)
  const create = useCommand(api.benchmarks.create)
  return ({ id, ...fields }: Benchmark) =>
    remove.run(
      { benchmarkId: id },
      {
        onSuccess: () =>
          toasts.show({
            message: t('benchmarks.removed', { label: fields.label }),
            undo: () => create.run(fields),
          }),
      },
    )
}

/** The figures that the track's cohorts are compared with, each with its source and date. */
export function BenchmarksCard({ trackId, credential, benchmarks }: BenchmarksCardProps) {
  const { t } = useTranslation('cohorts')
  const mayChange = useMay('director', 'staff')
  const rates = useRateText()
  const nameOf = useMeasureName()
  const { day } = useDays()
  const remove = useRemoval()
  const [editing, setEditing] = useDraft<Benchmark | 'new' | null>(`benchmark of track ${trackId}`, null)
  const actions: TableColumn<Benchmark> = {
    id: 'actions',
    label: t('benchmarks.actions'),
    cell: (row) => (
      <MenuButton
        isIconOnly
        label={t('benchmarks.actionsFor', { label: row.label })}
        actions={[
          { id: 'edit', label: t('benchmarks.edit'), icon: EditIcon, onAction: () => setEditing(row) },
          { id: 'remove', label: t('benchmarks.remove'), icon: DeleteIcon, onAction: () => remove(row) },
        ]}
      />
    ),
  }
  return (
    <Card
      title={t('benchmarks.title')}
      action={
        mayChange && (
          <Button isSmall icon={AddIcon} onPress={() => setEditing('new')}>
            {t('benchmarks.add')}
          </Button>
        )
      }
    >
      {benchmarks.length === 0 ? (
        <p className={styles.quiet}>{t('benchmarks.empty')}</p>
      ) : (
        <SimpleTable
          caption={t('benchmarks.title')}
          rows={benchmarks}
          rowKey={({ id }) => id}
          columns={[
            { id: 'label', label: t('benchmarks.label'), cell: ({ label }) => label },
            {
              id: 'kind',
              label: t('benchmarks.kind'),
              cell: ({ kind }) => t(`core:words.benchmarkKinds.${kind}`),
            },
            {
              id: 'measure',
              label: t('results.measure'),
              cell: (row) => nameOf({ measure: row.measure, part: partOf(row, credential) }),
            },
            {
              id: 'figure',
              label: t('results.rate'),
              isNumeric: true,
              cell: (row) => rates.figure(figureOf(row)),
            },
            {
              id: 'source',
              label: t('results.source'),
              cell: ({ source, validOn }) => t('results.sourceOn', { source, day: day(validOn) }),
            },
            ...(mayChange ? [actions] : []),
          ]}
        />
      )}
      {editing && (
        <BenchmarkDialog
          trackId={trackId}
          credential={credential}
          benchmark={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Card>
  )
}
