import { useTranslation } from 'react-i18next'
import type { ColumnsGuess, ImportSettings } from '../../../shared/contract/imports.ts'
import type { Progress } from '../../../shared/contract/useCase.ts'
import { Button } from '../../ui/Button.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import type { ShownFailure } from '../../useFailureText.ts'
import { BackFromFile } from './BackFromFile.tsx'
import { settingsOf, type ColumnDraft } from './columnDraft.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import styles from './Files.module.css'
import { SheetFields } from './SheetFields.tsx'
import { useImportWords } from './useImportWords.ts'

export interface ColumnsStepProps {
  guess: ColumnsGuess
  draft: ColumnDraft
  onChange: (draft: ColumnDraft) => void
  /** The checking of the rows, while it runs or after it was refused. */
  checking: {
    isRunning: boolean
    progress: Progress | null
    failure: ShownFailure | null
    cancel: () => void
  }
  onCheck: (settings: ImportSettings) => void
  /** The words on the button; "Check the rows" unless told. */
  checkLabel?: string
}

/** Second step: what the sheet holds, and which column is what. */
export function ColumnsStep({ guess, draft, onChange, checking, onCheck, checkLabel }: ColumnsStepProps) {
  const { t } = useTranslation('imports')
  const { fieldName } = useImportWords({ fields: guess.fields })
  const settings = settingsOf(draft, guess)
  const { failure, isRunning, progress } = checking
  const what =
    guess.layout === null ? guess.kind && t(`kinds.${guess.kind}.name`) : t(`layouts.${guess.layout}`)
  // What a person chose was not recognized.
  const recognized = what && draft.kind === null && t('columns.recognized', { what })
  const items = (failure?.items ?? []).map(({ field, message }) => {
    const missing = /^fields\.(.+)$/.exec(field ?? '')?.[1]
    const column = /^mapping\.(\d+)$/.exec(field ?? '')?.[1]
    if (missing !== undefined) return { message: `${fieldName(missing)}: ${message}` }
    if (column === undefined) return field === undefined ? { message } : { field, message }
    return { field: field!, message: `${guess.columns[Number(column)]?.heading ?? ''}: ${message}` }
  })
  return (
    <>
      <PageHeader
        title={guess.file.fileName}
        back={<BackFromFile />}
        subtitle={[t('columns.lead', { count: guess.rowCount }), recognized].filter(Boolean).join(' ')}
        actions={
          <Button
            variant="primary"
            isDisabled={settings === null || isRunning}
            onPress={() => settings && onCheck(settings)}
          >
            {checkLabel ?? t('columns.check')}
          </Button>
        }
      />
      <div className={styles.page}>
        {isRunning && (
          <ProgressBar
            label={t('core:progress.checkingRows')}
            done={progress?.done}
            total={progress?.total ?? undefined}
            onCancel={checking.cancel}
          />
        )}
        {items.length > 0 && <FormErrors errors={items} />}
        {guess.isRemembered && <Notice>{t('columns.remembered')}</Notice>}
        {guess.kind === null && <Notice kind="warning">{t('columns.kindUnknown')}</Notice>}
        {guess.headingRow === null && <Notice kind="warning">{t('columns.noHeadings')}</Notice>}
        <SheetFields guess={guess} draft={draft} onChange={onChange} errors={failure?.fields ?? {}} />
        {guess.columns.length > 0 && (
          <ColumnsTable guess={guess} draft={draft} onChange={onChange} errors={failure?.fields ?? {}} />
        )}
      </div>
    </>
  )
}
