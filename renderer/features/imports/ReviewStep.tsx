import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportCounts, PlannedRowView } from '../../../shared/contract/importPlan.ts'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import {
  conflictChoices,
  importChoices,
  type ConflictChoice,
  type ImportChoice,
} from '../../../shared/values/imports.ts'
import { api, client } from '../../api.ts'
import { useCommand } from '../../useCommand.ts'
import { useJob } from '../../useJob.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ApplyIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import { Link } from '../../ui/Link.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { CountFilters, type RowFilter } from './CountFilters.tsx'
import styles from './Files.module.css'
import { importTopics } from './importTopics.ts'
import { PlannedRowPanel } from './PlannedRowPanel.tsx'
import { usePlannedColumns } from './plannedColumns.tsx'

interface ReviewStepProps {
  guess: ColumnsGuess
  previewId: string
  onBack: () => void
  onCheckAgain: () => void
  onApplied: (counts: ImportCounts) => void
}

/** Third step: what each row would do, and what to decide about some of them. */
export function ReviewStep({ guess, previewId, onBack, onCheckAgain, onApplied }: ReviewStepProps) {
  const { t } = useTranslation('imports')
  const queryClient = useQueryClient()
  const [show, setShow] = useState<RowFilter>('all')
  const [openRow, setOpenRow] = useState<number | null>(null)
  const columns = usePlannedColumns(guess)
  const input = { previewId, show }
  const rows = useWindowedRows<PlannedRowView>((offset, limit) =>
    api.imports.rows.queryOptions({ input: { ...input, offset, limit } }),
  )
  const first = useQuery(api.imports.rows.queryOptions({ input: { ...input, offset: 0, limit: 100 } }))
  const counts = first.data?.counts
  const applying = useJob(client.imports.apply, importTopics)
  const choosing = useCommand(api.imports.choose)
  const deciding = useCommand(api.imports.decide)
  const open = openRow === null ? null : findRow(rows, openRow)

  async function choose(rowNumber: number | null, choice: ImportChoice, candidateKey: string | null = null) {
    await choosing.runAsync({ previewId, rowNumber, choice, candidateKey })
    // A choice writes nothing, so no topic says that the plan looks different now.
    await queryClient.invalidateQueries({ queryKey: api.imports.rows.key() })
  }

  async function decide(rowNumber: number | null, key: string | null, choice: ConflictChoice) {
    await deciding.runAsync({ previewId, rowNumber, key, choice })
    await queryClient.invalidateQueries({ queryKey: api.imports.rows.key() })
  }

  const showConflicts = (
    <Button isSmall onPress={() => setShow('conflict')}>
      {t('conflicts.show')}
    </Button>
  )
  const waitsForConflicts = ['imports.conflictsOpen', 'imports.choicesDoNotFit'].includes(
    applying.failure?.data.code ?? '',
  )
  const isChanged = applying.failure?.data.code === 'imports.recordsChanged'
  const taken = counts ? counts.rows - counts.refused - counts.unchanged - counts.setAside : 0
  return (
    <div className={styles.full}>
      <PageHeader
        title={t('review.title')}
        back={
          <Link isQuiet onPress={onBack}>
            {t('review.backToColumns')}
          </Link>
        }
        subtitle={guess.file.fileName}
        actions={
          <>
            {(counts?.conflict ?? 0) > 0 && (
              <MenuButton
                label={t('conflicts.decideAll')}
                actions={conflictChoices.map((choice) => ({
                  id: choice,
                  label: t(`conflicts.all.${choice}`),
                  onAction: () => void decide(null, null, choice),
                }))}
              />
            )}
            {(counts?.possibleDuplicate ?? 0) > 0 && (
              <MenuButton
                label={t('review.decideAll')}
                actions={importChoices.map((choice) => ({
                  id: choice,
                  label: t(`choices.${choice}.all`),
                  onAction: () => void choose(null, choice),
                }))}
              />
            )}
            <Button
              variant="primary"
              icon={ApplyIcon}
              isDisabled={!counts || applying.isRunning}
              onPress={() => applying.run({ previewId }, { onSuccess: (result) => onApplied(result.counts) })}
            >
              {t('review.apply', { count: taken })}
            </Button>
          </>
        }
      />
      <div className={styles.page}>
        {applying.isRunning && (
          <ProgressBar
            label={t(`core:progress.${applying.progress?.stage ?? 'checkingRows'}`)}
            done={applying.progress?.done}
            total={applying.progress?.total ?? undefined}
            onCancel={applying.cancel}
          />
        )}
        {applying.wasCancelled && <Notice>{t('core:errors.cancelled')}</Notice>}
        {applying.failure && (
          <InlineError
            action={
              isChanged ? (
                <Button isSmall onPress={onCheckAgain}>
                  {t('review.checkAgain')}
                </Button>
              ) : (
                waitsForConflicts && showConflicts
              )
            }
          >
            {applying.failure.message}
          </InlineError>
        )}
        {counts && counts.undecided > 0 && !waitsForConflicts && (
          <Notice kind="warning" action={showConflicts}>
            {t('conflicts.open', { count: counts.undecided })}
          </Notice>
        )}
        {counts && counts.setAside > 0 && (
          <Notice kind="warning">{t('review.setAside', { count: counts.setAside })}</Notice>
        )}
        {counts && <CountFilters counts={counts} value={show} onChange={setShow} />}
        <WindowedTable
          label={t('review.rows')}
          columns={columns}
          rows={rows}
          rowId={({ number }) => number}
          rowName={({ name }) => name}
          onOpen={({ number }) => setOpenRow(number)}
          openId={openRow}
          empty={<EmptyState title={t('review.none')} />}
        />
      </div>
      <PlannedRowPanel
        row={open}
        guess={guess}
        onClose={() => setOpenRow(null)}
        onChoose={(row, choice, key) => void choose(row.number, choice, key)}
        onDecide={(row, key, choice) => void decide(row.number, key, choice)}
      />
    </div>
  )
}

/** The row as it is known now: a choice changes it. */
function findRow(
  rows: { total: number | undefined; rowAt: (index: number) => PlannedRowView | undefined },
  number: number,
): PlannedRowView | null {
  for (let index = 0; index < (rows.total ?? 0); index += 1) {
    const row = rows.rowAt(index)
    if (row?.number === number) return row
  }
  return null
}
