import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LastContact, LearnerToDo } from '../../../shared/contract/workLists.ts'
import { useMay } from '../../shell/session.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { NoteContactDialog, type ContactToNote } from '../contacts/NoteContactDialog.tsx'
import { RowButton } from './RowButton.tsx'
import styles from './Today.module.css'

/** The newest contact and the button that notes one, with the dialog that it opens. */
export function useContactColumns<Row extends LearnerToDo & { lastContact: LastContact }>(
  toNote: (row: Row) => ContactToNote,
) {
  const { t, i18n } = useTranslation('today')
  const mayNote = useMay('instructor', 'coordinator', 'director')
  const [open, setOpen] = useState<ContactToNote | null>(null)
  const lastContact = {
    id: 'lastContact',
    label: t('columns.lastContact'),
    cell: ({ lastContact: last }: Row) =>
      last === null ? (
        t('noContactYet')
      ) : (
        <>
          {t(`core:words.contactResults.${last.result}`)}
          <span className={styles.under}>{formatDay(last.on, i18n.language)}</span>
        </>
      ),
  }
  const act = {
    id: 'act',
    label: t('columns.act'),
    cell: (row: Row) => <RowButton action="noteContact" of={row} onPress={() => setOpen(toNote(row))} />,
  }
  return {
    columns: mayNote ? [lastContact, act] : [lastContact],
    dialog: open && <NoteContactDialog contact={open} onClose={() => setOpen(null)} />,
  }
}
