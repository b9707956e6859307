import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { keepLists, type AgedRecord, type KeepList } from '../../../shared/contract/keep.ts'
import { displayName, listName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DeleteIcon, HistoryIcon } from '../../ui/icons.ts'
import { countSelected, noRows, type RowSelection } from '../../ui/rowSelection.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { SelectionBar } from '../../ui/SelectionBar.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { learnerPath } from '../learners/learnerPaths.ts'
import { statusMeanings, useLearnerWords } from '../learners/learnerWords.ts'
import { dueLearnerIds } from './dueLearnerIds.ts'
import { EraseDialog } from './EraseDialog.tsx'
import styles from './Keep.module.css'

function useColumns(show: KeepList): TableColumn<AgedRecord>[] {
  const { t } = useTranslation('keep')
  const { day } = useLearnerWords()
  return [
    { id: 'name', label: t('list.name'), cell: listName, isRowHeader: true, minWidth: 160, share: 2 },
    { id: 'studentId', label: t('list.studentId'), cell: ({ studentId }) => studentId },
    {
      id: 'status',
      label: t('list.status'),
      cell: ({ status }) => (
        <StatusDot kind={statusMeanings[status]}>{t(`core:words.learnerStatuses.${status}`)}</StatusDot>
      ),
    },
    {
      id: 'last',
      label: t('list.lastActivity'),
      cell: ({ lastActivityOn }) => day(lastActivityOn),
      minWidth: 130,
    },
    show === 'held'
      ? { id: 'reason', label: t('list.reason'), cell: ({ hold }) => hold?.reason, minWidth: 160, share: 2 }
      : {
          id: 'since',
          label: t('list.dueSince'),
          cell: ({ oldEnoughOn }) => day(oldEnoughOn),
          minWidth: 150,
        },
  ]
}

/** The records past their time: those that may be erased, those held back, those without an outcome. */
export function AgedRecordsCard({ counts }: { counts: Record<KeepList, number> }) {
  const { t } = useTranslation('keep')
  const say = useFailureText()
  const toasts = useToasts()
  const [, navigate] = useLocation()
  const mayErase = useMay('administrator')
  const [show, setShow] = useState<KeepList>('due')
  const [selection, setSelection] = useState<RowSelection<number>>(noRows)
  const [erasing, setErasing] = useState<readonly number[] | null>(null)
  const rows = useWindowedRows<AgedRecord>((offset, limit) =>
    api.keep.list.queryOptions({ input: { show, offset, limit } }),
  )
  const columns = useColumns(show)
  const isSelectable = show === 'due' && mayErase
  function choose(list: KeepList) {
    setShow(list)
    setSelection(noRows)
  }
  async function eraseSelected() {
    try {
      setErasing(await dueLearnerIds(selection))
    } catch (error) {
      toasts.show({ message: say(failureFrom(error)).message, kind: 'danger' })
    }
  }
  return (
    <Card title={t('list.title')}>
      <div className={styles.card}>
        <div className={styles.shown}>
          <SegmentedControl
            label={t('list.show')}
            options={keepLists.map((id) => ({ id, label: t(`list.shows.${id}`, { count: counts[id] }) }))}
            value={show}
            onChange={choose}
          />
        </div>
        <p className={styles.quiet}>{t(`list.meanings.${show}`)}</p>
        <div className={styles.list}>
          <WindowedTable
            label={t('list.title')}
            columns={columns}
            rows={rows}
            rowId={({ learnerId }) => learnerId}
            rowName={displayName}
            onOpen={({ learnerId }) => navigate(learnerPath(learnerId))}
            {...(isSelectable ? { selection, onSelectionChange: setSelection } : {})}
            empty={<EmptyState title={t(`list.none.${show}`)} icon={HistoryIcon} />}
          />
          <SelectionBar
            count={countSelected(selection, rows.total ?? 0)}
            onClear={() => setSelection(noRows)}
          >
            <Button variant="danger" icon={DeleteIcon} onPress={() => void eraseSelected()}>
              {t('erase.open')}
            </Button>
          </SelectionBar>
        </div>
      </div>
      {erasing && (
        <EraseDialog
          learnerIds={erasing}
          reason="pastRetention"
          onClose={() => setErasing(null)}
          onErased={() => {
            setErasing(null)
            setSelection(noRows)
          }}
        />
      )}
    </Card>
  )
}
