import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import type { printed } from '../../shared/contract/audit.ts'
import { api } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { PrintIcon } from '../ui/icons.ts'
import { useCommand } from '../useCommand.ts'
import { disclosureFrom, useDisclosureDraft } from './disclosureDraft.ts'
import { DisclosureFields } from './DisclosureFields.tsx'

interface PrintButtonProps {
  /** What is on the page, for the record. */
  printed: z.input<typeof printed>
  /** The words on the button. */
  label: string
  isPrimary?: boolean
}

/** Prints the page, after asking for whom. A print by the browser's own command is kept on record too. */
export function PrintButton({ printed, label, isPrimary }: PrintButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const isRecorded = useRef(false)
  const { mutate } = useCommand(api.audit.notePrint)
  useEffect(() => {
    function note() {
      if (!isRecorded.current) mutate({ printed, disclosure: { audience: 'inside' } })
    }
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [mutate, printed])
  function print() {
    setOpen(false)
    // The dialog leaves the page first, or it would stand on the paper.
    setTimeout(() => {
      isRecorded.current = true
      window.print()
      isRecorded.current = false
    })
  }
  return (
    <>
      <Button variant={isPrimary ? 'primary' : 'secondary'} icon={PrintIcon} onPress={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && (
        <PrintDialog printed={printed} title={label} onPrint={print} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

interface PrintDialogProps extends Pick<PrintButtonProps, 'printed'> {
  title: string
  onPrint: () => void
  onClose: () => void
}

function PrintDialog({ printed, title, onPrint, onClose }: PrintDialogProps) {
  const { t } = useTranslation('disclosure')
  const noting = useCommand(api.audit.notePrint)
  const [draft, setDraft] = useDisclosureDraft()
  return (
    <FormDialog
      isOpen
      title={title}
      submitLabel={t('print')}
      isReadyToSend
      onSubmit={() => noting.run({ printed, disclosure: disclosureFrom(draft) }, { onSuccess: onPrint })}
      onCancel={onClose}
      isPending={noting.isPending}
      errors={noting.failure?.items ?? []}
    >
      <DisclosureFields draft={draft} onChange={setDraft} errors={noting.failure?.fields ?? {}} />
    </FormDialog>
  )
}
