import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultFilter, ResultRow, Screening } from '../../../shared/contract/screenings.ts'
import type { resultOrders } from '../../../shared/contract/screenings.ts'
import { nextStepText, sentenceFor } from '../../../shared/rules/screening/sentenceFor.ts'
import { api } from '../../api.ts'
import { useSentenceWords } from '../../sentenceWords.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterChips } from '../../ui/FilterChips.tsx'
import { countSelected, noRows, type RowSelection } from '../../ui/rowSelection.ts'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { DecisionActions } from './DecisionActions.tsx'
import { ResultFilters, useResultChips } from './ResultFilters.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import { decisionMeaning, resultMeaning, useScreeningWords } from './screeningWords.ts'
import styles from './Screening.module.css'

type Order = (typeof resultOrders)[number]

/** The reason that stands first for a learner with its next step under it; for the eligible, what was met. */
function useReasonCell(screening: Screening) {
  const { t } = useTranslation('screening')
  const words = useSentenceWords()
  return function ReasonCell(row: ResultRow) {
    const step = row.nextSteps.find(({ strength }) => strength === 'required')
    const answer = row.answers.find(({ key }) => key === step?.requirementKey)
    const requirement = screening.requirements.find(({ key }) => key === step?.requirementKey)
    const more = row.nextSteps.filter(({ strength }) => strength === 'required').length - 1
    const preferred = row.answers.filter(({ strength }) => strength === 'preferred').length
    if (!step || !answer || !requirement) {
      return (
        <span className={styles.twoLines}>
          <span>{t('results.requiredMet')}</span>
          {preferred > 0 && (
            <span className={styles.quiet}>
              {t('results.preferredMet', { met: row.preferredMet, total: preferred })}
            </span>
          )}
        </span>
      )
    }
    return (
      <span className={styles.twoLines}>
        <span>
          {sentenceFor(answer, requirement, words)}
          {more > 0 && ` · ${t('results.more', { count: more })}`}
        </span>
        <span className={styles.quiet}>{nextStepText(step, screening.requirements, words.language)}</span>
      </span>
    )
  }
}

function useColumns(screening: Screening): TableColumn<ResultRow>[] {
  const { t } = useTranslation('screening')
  const reason = useReasonCell(screening)
  return [
    {
      id: 'name',
      label: t('results.learner'),
      minWidth: 180,
      cell: ({ learnerName, studentId }) => (
        <span className={styles.twoLines}>
          <span>{learnerName}</span>
          <span className={styles.quiet}>{studentId ?? ''}</span>
        </span>
      ),
    },
    {
      id: 'result',
      label: t('results.result'),
      minWidth: 168,
      share: 0,
      cell: ({ result, withinReach }) => (
        <span className={styles.twoLines}>
          <span>
            <StatusDot kind={resultMeaning[result]}>{t(`core:words.screeningResults.${result}`)}</StatusDot>
          </span>
          {withinReach && <span className={styles.quiet}>{t('counts.withinReach')}</span>}
        </span>
      ),
    },
    { id: 'reason', label: t('results.reason'), minWidth: 242, share: 4, cell: reason },
    {
      id: 'decision',
      label: t('results.decision'),
      minWidth: 124,
      share: 0,
      cell: ({ decision }) =>
        decision && (
          <StatusDot kind={decisionMeaning[decision.decision]}>{t(`decided.${decision.decision}`)}</StatusDot>
        ),
    },
  ]
}

interface ResultsTabProps {
  screening: Screening
  filter: ResultFilter
  onFilter: (filter: ResultFilter) => void
}

/** Every learner with result, reason, next step and decision; several are decided at once. */
export function ResultsTab({ screening, filter, onFilter }: ResultsTabProps) {
  const { t } = useTranslation('screening')
  const { number } = useScreeningWords()
  const mayDecide = useMay('director')
  const wanted = useDeferredValue(filter)
  const [order, setOrder] = useState<Order>('preferred')
  const [selection, setSelection] = useState<RowSelection<number>>(noRows)
  const [open, setOpen] = useState<ResultRow | null>(null)
  const { chips, without } = useResultChips(screening, filter)
  const rows = useWindowedRows<ResultRow>((offset, limit) =>
    api.screenings.results.queryOptions({
      input: { screeningId: screening.id, filter: wanted, order, offset, limit },
    }),
  )
  const total = rows.total ?? 0
  const selected = countSelected(selection, total)
  // People who were erased since are counted and not listed.
  const erased = chips.length === 0 && rows.total !== undefined ? screening.counts.total - rows.total : 0
  function narrow(next: ResultFilter) {
    setSelection(noRows)
    onFilter(next)
  }
  return (
    <div className={styles.results}>
      <ResultFilters screening={screening} filter={filter} onChange={narrow} />
      <div className={styles.found}>
        <FilterChips chips={chips} onRemove={(id) => narrow(without(id))} onClearAll={() => narrow({})} />
        <span className={styles.count} role="status">
          {rows.total === undefined
            ? ''
            : t('results.count', { shown: number(total), total: number(screening.counts.total) })}
          {erased > 0 && ` · ${t('results.erased', { count: erased })}`}
        </span>
      </div>
      <WindowedTable
        label={t('results.title')}
        rowHeight={52}
        columns={useColumns(screening)}
        rows={rows}
        rowId={({ learnerId }) => learnerId}
        rowName={({ learnerName }) => learnerName}
        sort={{ column: order === 'preferred' ? 'reason' : order, direction: 'ascending' }}
        onSortChange={({ column }) =>
          setOrder(column === 'name' || column === 'result' ? column : 'preferred')
        }
        sortableColumns={['name', 'result', 'reason']}
        {...(mayDecide ? { selection, onSelectionChange: setSelection } : {})}
        onOpen={setOpen}
        openId={open?.learnerId ?? null}
        empty={<EmptyState title={t('results.none')}>{t('results.noneHint')}</EmptyState>}
      />
      <SelectionBar count={selected} onClear={() => setSelection(noRows)}>
        <DecisionActions
          screeningId={screening.id}
          selection={selection}
          filter={wanted}
          count={selected}
          onDecided={() => setSelection(noRows)}
        />
      </SelectionBar>
      <ResultPanel screening={screening} learner={open} onClose={() => setOpen(null)} />
    </div>
  )
}
