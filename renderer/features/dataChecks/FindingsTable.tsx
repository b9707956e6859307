import { useTranslation } from 'react-i18next'
import type { CheckFinding } from '../../../shared/contract/dataChecks.ts'
import type { DataCheckId } from '../../../shared/rules/dataChecks/rules.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import { placePath } from './dataCheckPaths.ts'
import styles from './DataChecks.module.css'
import { isEditedInPlace } from './EditInPlace.tsx'
import { useFindingWords } from './useFindingWords.ts'

interface FindingsTableProps {
  rows: readonly CheckFinding[]
  rule: DataCheckId
  onAccept: (finding: CheckFinding) => void
  onEdit: (finding: CheckFinding) => void
}

/** Findings of one rule, each with the way to put it right or to accept it. */
export function FindingsTable({ rows, rule, onAccept, onEdit }: FindingsTableProps) {
  const { t } = useTranslation('dataChecks')
  const toasts = useToasts()
  const { day } = useLearnerWords()
  const { nameOf, sentence } = useFindingWords()
  const mayAccept = useMay('director', 'coordinator', 'instructor', 'staff')
  const mayEdit = useMay('director', 'coordinator')
  const takeBack = useToastedCommand(api.dataChecks.takeBack)
  const acceptance = (row: CheckFinding) =>
    row.accepted === null ? (
      <Button isSmall onPress={() => onAccept(row)} aria-label={t('accept.openOf', { name: nameOf(row) })}>
        {t('accept.open')}
      </Button>
    ) : (
      <Button
        isSmall
        aria-label={t('takeBack.of', { name: nameOf(row) })}
        onPress={() =>
          takeBack.run({ acceptedId: row.accepted!.id }, () => toasts.show({ message: t('takeBack.done') }))
        }
      >
        {t('takeBack.do')}
      </Button>
    )
  const columns: TableColumn<CheckFinding>[] = [
    {
      id: 'who',
      label: t(rows.some(({ learner }) => learner) ? 'columns.who' : 'columns.class'),
      isRowHeader: true,
      cell: (row) => (
        <>
          {nameOf(row)}
          <span className={styles.under}>{row.learner?.studentId}</span>
        </>
      ),
    },
    { id: 'found', label: t('columns.found'), cell: sentence },
    ...(rows.some(({ accepted }) => accepted)
      ? [
          {
            id: 'why',
            label: t('columns.why'),
            cell: ({ accepted }: CheckFinding) =>
              accepted && (
                <>
                  {accepted.reason}
                  <span className={styles.under}>
                    {t('acceptedBy', { name: accepted.acceptedByName, day: day(accepted.acceptedOn) })}
                  </span>
                </>
              ),
          },
        ]
      : []),
    {
      id: 'do',
      label: t('columns.do'),
      cell: (row) => (
        <span className={styles.mend}>
          {mayEdit && isEditedInPlace(row) && (
            <Button isSmall onPress={() => onEdit(row)} aria-label={t('editOf', { name: nameOf(row) })}>
              {t('edit')}
            </Button>
          )}
          <Link
            href={`#${placePath(row)}`}
            aria-label={t('placeOf', { place: t(`places.${row.place.screen}`), name: nameOf(row) })}
          >
            {t(`places.${row.place.screen}`)}
          </Link>
          {mayAccept && acceptance(row)}
        </span>
      ),
    },
  ]
  return (
    <SimpleTable
      caption={t(`core:words.dataChecks.${rule}`)}
      rows={rows}
      rowKey={({ subject, subjectId, learnerId }) => `${subject} ${subjectId} ${learnerId ?? ''}`}
      columns={columns}
    />
  )
}
