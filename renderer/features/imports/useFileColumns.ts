import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { firstDraft, type ColumnDraft } from './columnDraft.ts'

/** What the sheet of an opened file seems to hold, and what a person settled about it. */
export function useFileColumns(openId: string) {
  const [draft, setDraft] = useState<ColumnDraft>(firstDraft)
  const { sheet, kind, headingRow, trackId, credentialId } = draft
  const columns = useQuery({
    ...api.imports.columns.queryOptions({
      input: { openId, sheet, kind, headingRow, trackId, credentialId },
    }),
    // While another sheet is looked at, the columns before stay in sight.
    placeholderData: keepPreviousData,
  })
  return { draft, setDraft, columns }
}
