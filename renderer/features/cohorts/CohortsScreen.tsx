import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CohortSummary } from '../../../shared/contract/cohortValues.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { AddIcon, CohortsIcon, ReportsIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { countSelected, isRowSelected, noRows, type RowSelection } from '../../ui/rowSelection.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { useWindowedRows, type WindowedRows } from '../../ui/useWindowedRows.ts'
import { CohortDialog } from './CohortDialog.tsx'
import { CohortFilters, inputOf, isFiltered, noFilters } from './CohortFilters.tsx'
import { ExportCohorts } from './ExportCohorts.tsx'
import { useCohortColumns } from './useCohortColumns.tsx'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { NoneOfYours } from './NoneOfYours.tsx'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import styles from './Cohorts.module.css'
import { useDraft } from '../../useDraft.ts'

/** As many as the comparison takes. */
const mostCompared = 24

function loadedSelected(rows: WindowedRows<CohortSummary>, selection: RowSelection<number>): number[] {
  const loaded = Array.from({ length: rows.total ?? 0 }, (_, index) => rows.rowAt(index)?.id)
  return loaded.filter((id) => id !== undefined).filter((id) => isRowSelected(selection, id))
}

/** Every cohort with its seats and rates today; from here they are opened, formed and compared. */
export function CohortsScreen() {
  const { t, i18n } = useTranslation('cohorts')
  const [, navigate] = useLocation()
  const mayForm = useMay('director')
  const ownOnly = useOwnClassesOnly()
  const [filters, setFilters] = useState(noFilters)
  const [selection, setSelection] = useState<RowSelection<number>>(noRows)
  const [isForming, setForming] = useDraft('forming a cohort', false)
  const input = inputOf({ ...filters, search: useDeferredValue(filters.search) })
  const rows = useWindowedRows((offset, limit) =>
    api.cohorts.list.queryOptions({ input: { ...input, offset, limit } }),
  )
  const all = useQuery(api.cohorts.list.queryOptions({ input: { limit: 1 } }))
  const columns = useCohortColumns()
  const count = countSelected(selection, rows.total ?? 0)
  const form = (
    <Button variant="primary" icon={AddIcon} onPress={() => setForming(true)}>
      {t('list.form')}
    </Button>
  )
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('title')}
        count={all.data && new Intl.NumberFormat(i18n.language).format(all.data.total)}
        actions={
          <>
            <ExportCohorts input={input} />
            {mayForm && form}
          </>
        }
      />
      <OwnClassesNotice />
      <CohortFilters
        filters={filters}
        onChange={(next) => {
          setFilters(next)
          setSelection(noRows)
        }}
        sites={all.data?.sites ?? []}
        shown={rows.total}
        total={all.data?.total}
      />
      <WindowedTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={(cohort) => cohort.id}
        rowName={(cohort) => cohort.code}
        selection={selection}
        onSelectionChange={setSelection}
        onOpen={(cohort) => navigate(`/cohorts/${cohort.id}`)}
        empty={
          isFiltered(filters) ? (
            <EmptyState title={t('list.noneFits')} icon={CohortsIcon}>
              {t('list.noneFitsHint')}
            </EmptyState>
          ) : ownOnly ? (
            <NoneOfYours />
          ) : (
            <EmptyState title={t('list.empty')} icon={CohortsIcon} action={mayForm ? form : undefined}>
              {t('list.emptyHint')}
            </EmptyState>
          )
        }
      />
      <SelectionBar count={count} onClear={() => setSelection(noRows)}>
        <Button
          icon={ReportsIcon}
          isDisabled={count > mostCompared}
          onPress={() => navigate(`/cohorts/compare/${loadedSelected(rows, selection).join('-')}`)}
        >
          {count > mostCompared ? t('list.tooManyToCompare', { count: mostCompared }) : t('list.compare')}
        </Button>
      </SelectionBar>
      {isForming && (
        <CohortDialog
          cohort={null}
          onClose={() => setForming(false)}
          onSaved={(cohortId) => navigate(`/cohorts/${cohortId}`)}
        />
      )}
    </div>
  )
}
