import { useTranslation } from 'react-i18next'
import type { PlannedRowView } from '../../../shared/contract/importPlan.ts'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { importChoices, type ConflictChoice, type ImportChoice } from '../../../shared/values/imports.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { Select } from '../../ui/Select.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { ConflictChoices } from './ConflictChoices.tsx'
import { ChangesTable } from './ChangesTable.tsx'
import styles from './Files.module.css'
import { meaningOf, shownState } from './plannedColumns.tsx'
import { ProblemList } from './ProblemList.tsx'
import { useImportWords } from './useImportWords.ts'

interface PlannedRowPanelProps {
  row: PlannedRowView | null
  guess: ColumnsGuess
  onClose: () => void
  onChoose: (row: PlannedRowView, choice: ImportChoice, candidateKey: string | null) => void
  onDecide: (row: PlannedRowView, key: string | null, choice: ConflictChoice) => void
}

/** One row of the plan: what is wrong with it, what it changes, whom it may mean, what the file says. */
export function PlannedRowPanel({ row, guess, onClose, onChoose, onDecide }: PlannedRowPanelProps) {
  const { t } = useTranslation('imports')
  const { fieldName } = useImportWords(guess)
  if (row === null) return null
  const { refusals, leftOut, changes, candidates, conflicts, cells } = row
  const state = shownState(row)
  return (
    <SidePanel
      isOpen
      onClose={onClose}
      title={row.name || t('panel.noName')}
      subtitle={
        <>
          {t('columns.row', { number: row.number })} ·{' '}
          <StatusDot kind={meaningOf[state]}>{t(`rowStates.${state}`)}</StatusDot>
        </>
      }
    >
      <div className={styles.panel}>
        <ProblemList title={t('panel.refused')} problems={refusals} />
        <ProblemList title={t('panel.leftOut')} problems={leftOut} />
        {conflicts.length > 0 && <ConflictChoices row={row} guess={guess} onDecide={onDecide} />}
        {candidates.length > 0 && <Duplicate row={row} guess={guess} onChoose={onChoose} />}
        {changes.length > 0 && candidates.length === 0 && (
          <ChangesTable title={t('panel.changes')} changes={changes} known={guess} />
        )}
        <section>
          <h3 className={styles.heading}>{t('panel.inFile')}</h3>
          <KeyValueList
            items={cells.map(({ field, text }) => ({ label: fieldName(field), value: text || '–' }))}
          />
        </section>
      </div>
    </SidePanel>
  )
}

function Duplicate({
  row,
  guess,
  onChoose,
}: {
  row: PlannedRowView
  guess: ColumnsGuess
  onChoose: PlannedRowPanelProps['onChoose']
}) {
  const { t, i18n } = useTranslation('imports')
  const candidate = row.candidates.find(({ key }) => key === row.chosenKey) ?? row.candidates[0]
  if (!candidate) return null
  return (
    <section className={styles.panel}>
      <div>
        <h3 className={styles.heading}>{t('panel.maybe')}</h3>
        {row.candidates.length > 1 && (
          <Select
            label={t('panel.whom')}
            options={row.candidates.map(({ key, name, studentId }) => ({
              id: key,
              label: name,
              detail: studentId ?? '–',
            }))}
            value={candidate.key}
            onChange={(key) => onChoose(row, row.choice ?? 'setAside', key)}
          />
        )}
        <KeyValueList
          items={[
            { label: t('review.name'), value: candidate.name },
            { label: t('fields.studentId'), value: candidate.studentId ?? '–' },
            {
              label: t('fields.birthDate'),
              value: candidate.birthDate ? formatDay(candidate.birthDate, i18n.language) : '–',
            },
            {
              label: t('panel.where'),
              value:
                candidate.rowNumber === null
                  ? t('panel.onRecord')
                  : t('panel.inRow', { number: candidate.rowNumber }),
            },
            {
              label: t('panel.evidence'),
              value: candidate.reasons.map((reason) => t(`core:words.duplicateReasons.${reason}`)).join(', '),
            },
          ]}
        />
      </div>
      <RadioGroup
        label={t('panel.decide')}
        options={importChoices.map((id) => ({
          id,
          label: t(`choices.${id}.label`),
          detail: t(`choices.${id}.detail`),
        }))}
        value={row.choice}
        onChange={(choice) => onChoose(row, choice, candidate.key)}
      />
      {row.choice === 'same' && candidate.changes.length > 0 && (
        <ChangesTable title={t('panel.changes')} changes={candidate.changes} known={guess} />
      )}
    </section>
  )
}
