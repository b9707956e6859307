import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ColumnsGuess } from '../../../shared/contract/imports.ts'
import { api } from '../../api.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import type { ColumnDraft } from './columnDraft.ts'

interface SheetClassFieldProps {
  guess: ColumnsGuess
  draft: ColumnDraft
  onChange: (draft: ColumnDraft) => void
  errorMessage: string | undefined
}

/** The class that an attendance sheet is of, where no column of it says so. */
export function SheetClassField({ guess, draft, onChange, errorMessage }: SheetClassFieldProps) {
  const { t } = useTranslation('imports')
  const sections = useQuery(api.sections.list.queryOptions({ input: { limit: 500 } }))
  const sectionId = draft.sectionId ?? guess.sectionId
  return (
    <ComboBox
      label={t('columns.section')}
      name="sectionId"
      options={(sections.data?.rows ?? []).map(({ id, code, name }) => ({
        id: String(id),
        label: code,
        detail: name,
      }))}
      isLoading={sections.isPending}
      value={sectionId === null ? null : String(sectionId)}
      onChange={(id) => onChange({ ...draft, sectionId: id === null ? null : Number(id) })}
      errorMessage={errorMessage}
    />
  )
}
