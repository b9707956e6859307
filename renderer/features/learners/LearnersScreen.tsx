import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { listName } from '../../../shared/values/names.ts'
import type { LearnerRow } from '../../../shared/contract/learners.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { AddLearnerIcon, LearnersIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { noRows, type RowSelection } from '../../ui/rowSelection.ts'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { AddLearnerDialog } from './AddLearnerDialog.tsx'
import { useFilterChips, withoutChip } from './filterChips.ts'
import { newLearnerPath } from './learnerPaths.ts'
import { LearnerFilterBar } from './LearnerFilterBar.tsx'
import { noFilters, tableSortOf, useLearnerListState } from './learnerListState.ts'
import { LearnerPanel } from './LearnerPanel.tsx'
import { LearnerSelectionBar } from './LearnerSelectionBar.tsx'
import { useLearnerWords } from './learnerWords.ts'
import { useFilterChoices } from './useFilterChoices.ts'
import { sortableColumns, useLearnerColumns } from './useLearnerColumns.tsx'
import { NobodyOwn } from './NobodyOwn.tsx'
import styles from './LearnersScreen.module.css'
import { useDraft } from '../../useDraft.ts'

/** The form of a new learner, opened by its button or by the address, as the command palette does. */
function useAddDialog() {
  const [path, navigate] = useLocation()
  const isAsked = path === newLearnerPath
  const [isOpen, setOpen] = useDraft('adding a learner', false)
  return {
    isOpen: isOpen || isAsked,
    open: () => setOpen(true),
    close: () => {
      setOpen(false)
      if (isAsked) navigate('/learners', { replace: true })
    },
  }
}

/** Everybody the program knows: found, filtered, sorted, looked at beside the list, exported. */
export function LearnersScreen() {
  const { t, i18n } = useTranslation('learners')
  const { number } = useLearnerWords()
  const { filters, sort, setFilters, setSort } = useLearnerListState()
  const choices = useFilterChoices()
  const chips = useFilterChips(filters, choices)
  const wanted = useDeferredValue(filters)
  const rows = useWindowedRows<LearnerRow>((offset, limit) =>
    api.learners.list.queryOptions({ input: { ...wanted, sort, offset, limit } }),
  )
  const columns = useLearnerColumns(filters.skillArea)
  const [selection, setSelection] = useState<RowSelection<number>>(noRows)
  const [open, setOpenRow] = useState<LearnerRow | null>(null)
  const adding = useAddDialog()
  const mayChange = useMay('coordinator', 'director')
  const mayExport = useMay('staff', 'coordinator', 'director')
  const mayFillClasses = useMay('instructor', 'coordinator', 'director')
  const ownOnly = useOwnClassesOnly()
  const isFiltered = chips.length > 0 || filters.text !== ''

  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {mayExport && (
              <ExportListButton
                job={client.learners.export}
                input={() => ({ ...filters, sort, language: i18n.resolvedLanguage as Language })}
              />
            )}
            {mayChange && (
              <Button variant="primary" icon={AddLearnerIcon} onPress={adding.open}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      <LearnerFilterBar filters={filters} choices={choices} onChange={setFilters} />
      <div className={styles.found}>
        <FilterChips
          chips={chips}
          onRemove={(id) => setFilters(withoutChip[id] ?? {})}
          onClearAll={() => setFilters({ ...noFilters, text: filters.text })}
        />
        <p role="status" className={styles.count}>
          {rows.total !== undefined && (
            <ExplainedNumber
              number={{
                title: t('title'),
                of: '',
                text: t('count', { count: rows.total, shown: number(rows.total) }),
                definition: 'learnersShown',
                asked: { explain: 'learners', input: wanted },
              }}
            />
          )}
        </p>
      </div>
      <div className={styles.list}>
        <WindowedTable
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={listName}
          sort={tableSortOf(sort)}
          onSortChange={setSort}
          sortableColumns={sortableColumns}
          {...(mayChange || mayFillClasses ? { selection, onSelectionChange: setSelection } : {})}
          onOpen={setOpenRow}
          openId={open?.id ?? null}
          empty={
            isFiltered ? (
              <EmptyState
                title={t('nobodyFound')}
                action={<Button onPress={() => setFilters(noFilters)}>{t('showEverybody')}</Button>}
              >
                {t('nobodyFoundHint')}
              </EmptyState>
            ) : ownOnly ? (
              <NobodyOwn />
            ) : (
              <EmptyState icon={LearnersIcon} title={t('nobodyYet')}>
                {t('nobodyYetHint')}
              </EmptyState>
            )
          }
        />
        <LearnerSelectionBar
          selection={selection}
          total={rows.total ?? 0}
          filters={filters}
          onDone={() => setSelection(noRows)}
        />
      </div>
      <LearnerPanel row={open} onClose={() => setOpenRow(null)} />
      {adding.isOpen && <AddLearnerDialog onClose={adding.close} />}
    </div>
  )
}
