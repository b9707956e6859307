import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { api, failureFrom } from '../../api.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { ChangesTable } from './ChangesTable.tsx'
import styles from './Files.module.css'
import { ProblemList } from './ProblemList.tsx'
import { useMayImport } from './importRoles.ts'
import { UndoImport } from './UndoImportDialog.tsx'
import { useImportWords } from './useImportWords.ts'
import { useMoment } from './useMoment.ts'

type AppliedRow = Awaited<ReturnType<typeof api.imports.appliedRows.call>>['rows'][number]

const meanings = {
  created: 'success',
  changed: 'info',
  kept: 'neutral',
  refused: 'danger',
  setAside: 'warning',
} as const satisfies Record<AppliedRow['action'], Meaning>

const fateMeanings = {
  removed: 'neutral',
  putBack: 'neutral',
  partly: 'warning',
  kept: 'warning',
} as const satisfies Record<NonNullable<AppliedRow['undone']>, Meaning>

const keyOf = ({ rowNumber, subject, label, changes }: AppliedRow) =>
  [rowNumber, subject, label, ...changes.map(({ field, after }) => `${field} ${after}`)].join(' ')

/** One applied file: what each of its rows changed, refused or set aside. */
export function PastImportScreen() {
  const { t, i18n } = useTranslation('imports')
  const say = useFailureText()
  const [, navigate] = useLocation()
  const moment = useMoment()
  const mayUndo = useMayImport()
  const { id, row } = useParams<{ id: string; row?: string }>()
  const importId = Number(id)
  const rowNumber = row === undefined ? null : Number(row)
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const known = { fields: [], tracks: tracks.data ?? [] }
  const { fieldName, valueText, problemText } = useImportWords(known)
  const [open, setOpen] = useState<AppliedRow | null>(null)
  const first = useQuery(
    api.imports.appliedRows.queryOptions({ input: { importId, rowNumber, offset: 0, limit: 100 } }),
  )
  const rows = useWindowedRows<AppliedRow>((offset, limit) =>
    api.imports.appliedRows.queryOptions({ input: { importId, rowNumber, offset, limit } }),
  )
  const past = first.data?.import
  if (first.error) {
    return (
      <>
        <PageHeader title={t('past.notThere')} back={<Link href="#/files">{t('backToFiles')}</Link>} />
        <ErrorState message={say(failureFrom(first.error)).message} onRetry={() => void first.refetch()} />
      </>
    )
  }

  function inOneLine({ action, changes, problems }: AppliedRow): string {
    const [problem] = problems
    if (problem)
      return problem.column ? `${problem.column.heading}: ${problemText(problem)}` : problemText(problem)
    if (action === 'kept') {
      return changes
        .map(({ field, before, after }) =>
          t('conflicts.short', {
            field: fieldName(field),
            typed: valueText(field, before),
            file: valueText(field, after),
          }),
        )
        .join(' · ')
    }
    return changes.map(({ field, after }) => `${fieldName(field)}: ${valueText(field, after)}`).join(' · ')
  }

  const fateColumn = {
    id: 'undone',
    label: t('past.afterUndo'),
    minWidth: 136,
    share: 0,
    cell: ({ undone }: AppliedRow) =>
      undone && <StatusDot kind={fateMeanings[undone]}>{t(`fates.${undone}`)}</StatusDot>,
  }

  return (
    <div className={styles.full}>
      <PageHeader
        title={past?.fileName ?? t('past.loading')}
        back={<Link href="#/files">{t('backToFiles')}</Link>}
        subtitle={
          past &&
          t('past.applied', {
            kind: t(`kinds.${past.kind}.name`),
            when: moment(past.appliedAt),
            who: past.appliedByName,
          })
        }
        actions={past?.undoneAt === null && mayUndo && <UndoImport importId={importId} known={known} />}
      />
      <div className={styles.page}>
        {past && past.undoneAt !== null && (
          <Notice>{t('past.undone', { when: moment(past.undoneAt), who: past.undoneByName ?? '' })}</Notice>
        )}
        {rowNumber !== null && (
          <FilterChips
            label={t('past.shown')}
            chips={[{ id: 'row', label: t('columns.row', { number: rowNumber }) }]}
            onRemove={() => navigate(`/files/${importId}`)}
          />
        )}
        <WindowedTable
          label={t('past.rows')}
          rows={rows}
          rowId={keyOf}
          rowName={({ label }) => label}
          onOpen={setOpen}
          openId={open && keyOf(open)}
          columns={[
            {
              id: 'row',
              label: t('review.row'),
              isNumeric: true,
              minWidth: 64,
              share: 0,
              cell: ({ rowNumber }) => new Intl.NumberFormat(i18n.language).format(rowNumber),
            },
            {
              id: 'action',
              label: t('review.state'),
              minWidth: 152,
              share: 0,
              cell: ({ action }) => <StatusDot kind={meanings[action]}>{t(`actions.${action}`)}</StatusDot>,
            },
            ...(past?.undoneAt == null ? [] : [fateColumn]),
            {
              id: 'subject',
              label: t('past.record'),
              minWidth: 152,
              share: 0,
              cell: ({ subject }) => t(`subjects.${subject}`),
            },
            {
              id: 'label',
              label: t('review.name'),
              isRowHeader: true,
              minWidth: 170,
              cell: ({ label }) => label || '–',
            },
            { id: 'what', label: t('past.what'), minWidth: 220, share: 3, cell: inOneLine },
          ]}
        />
      </div>
      {open && (
        <SidePanel
          isOpen
          onClose={() => setOpen(null)}
          title={open.label || t(`subjects.${open.subject}`)}
          subtitle={t('columns.row', { number: open.rowNumber })}
        >
          <div className={styles.panel}>
            {open.learnerId !== null && (
              <Link href={`#/learners/${open.learnerId}`}>{t('past.openLearner')}</Link>
            )}
            <ProblemList title={t('panel.refused')} problems={open.problems} />
            {open.changes.length > 0 && (
              <>
                {open.action === 'kept' && <Notice>{t('conflicts.keptHere')}</Notice>}
                <ChangesTable
                  title={t(open.action === 'kept' ? 'conflicts.notTaken' : 'panel.changes')}
                  changes={open.changes}
                  known={known}
                />
              </>
            )}
          </div>
        </SidePanel>
      )}
    </div>
  )
}
