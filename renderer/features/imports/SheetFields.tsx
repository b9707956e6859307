import { useTranslation } from 'react-i18next'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { dateOrders, unknownStudentChoices } from '../../../shared/values/imports.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { withoutColumns, type ColumnDraft } from './columnDraft.ts'
import styles from './Files.module.css'
import { useKindsToBring } from './importRoles.ts'
import { SheetClassField } from './SheetClassField.tsx'

interface SheetFieldsProps {
  guess: ColumnsGuess
  draft: ColumnDraft
  onChange: (draft: ColumnDraft) => void
  errors: Readonly<Record<string, string>>
}

const error = (message: string | undefined) => (message === undefined ? {} : { errorMessage: message })

/** What a sheet holds as a whole: kind, headings, dates, and what belongs to its kind. */
export function SheetFields({ guess, draft, onChange, errors }: SheetFieldsProps) {
  const { t, i18n } = useTranslation('imports')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const kinds = useKindsToBring()
  const { sheets } = guess.file
  const credentials = guess.credentials.filter(({ trackId }) => trackId === guess.trackId)
  return (
    <div className={styles.settings}>
      {sheets.length > 1 && (
        <Select
          label={t('columns.sheet')}
          options={sheets.map(({ name, hidden, rowCount }, index) => ({
            id: String(index),
            label: name,
            detail: t(hidden ? 'columns.hiddenSheet' : 'columns.sheetRows', { count: rowCount }),
          }))}
          value={String(guess.sheet)}
          onChange={(id) =>
            onChange(
              withoutColumns(draft, { sheet: Number(id), headingRow: null, kind: null, sectionId: null }),
            )
          }
        />
      )}
      <Select
        label={t('columns.kind')}
        options={kinds.map((id) => ({ id, label: t(`kinds.${id}.name`) }))}
        value={guess.kind}
        onChange={(kind) => onChange(withoutColumns(draft, { kind }))}
      />
      <Select
        label={t('columns.headingRow')}
        name="headingRow"
        options={guess.firstRows.map(({ number, text }) => ({
          id: String(number),
          label: t('columns.row', { number }),
          detail: text,
        }))}
        value={guess.headingRow === null ? null : String(guess.headingRow)}
        onChange={(id) => onChange(withoutColumns(draft, { headingRow: Number(id) }))}
        {...error(errors.headingRow)}
      />
      <Select
        label={t('columns.dateOrder')}
        options={dateOrders.map((id) => ({ id, label: t(`columns.dateOrders.${id}`) }))}
        value={draft.dateOrder ?? guess.dateOrder}
        onChange={(dateOrder) => onChange({ ...draft, dateOrder })}
      />
      {guess.kind === 'cohortHistory' && (
        <>
          <Select
            label={t('columns.track')}
            name="trackId"
            isRequired
            options={guess.tracks.map(({ id, name }) => ({ id: String(id), label: name[language] }))}
            value={guess.trackId === null ? null : String(guess.trackId)}
            onChange={(id) => onChange(withoutColumns(draft, { trackId: Number(id), credentialId: null }))}
            {...error(errors.trackId)}
          />
          <Select
            label={t('columns.credential')}
            name="credentialId"
            options={credentials.map(({ id, name }) => ({ id: String(id), label: name[language] }))}
            value={guess.credentialId === null ? null : String(guess.credentialId)}
            onChange={(id) => onChange(withoutColumns(draft, { credentialId: Number(id) }))}
            {...error(errors.credentialId)}
          />
        </>
      )}
      {guess.kind === 'attendance' && (
        <SheetClassField guess={guess} draft={draft} onChange={onChange} errorMessage={errors.sectionId} />
      )}
      {guess.kind === 'testSummary' && (
        <TextField
          label={t('columns.earlyReason')}
          name="earlyReason"
          hint={t('columns.earlyReasonHint')}
          value={draft.earlyReason}
          onChange={(earlyReason) => onChange({ ...draft, earlyReason })}
          maxLength={500}
          autoComplete="off"
        />
      )}
      {(guess.kind === 'testSummary' || guess.kind === 'cohortHistory') && (
        <Select
          label={t('columns.unknownStudents')}
          options={unknownStudentChoices.map((id) => ({ id, label: t(`columns.unknownChoices.${id}`) }))}
          value={draft.unknownStudents}
          onChange={(unknownStudents) => onChange({ ...draft, unknownStudents })}
        />
      )}
    </div>
  )
}
