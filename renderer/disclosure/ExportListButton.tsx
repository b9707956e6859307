import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { ExportIcon } from '../ui/icons.ts'
import { ExportDialog, type ExportJob } from './ExportDialog.tsx'

interface ExportListButtonProps<Input> {
  /** The long use case that prepares the file: `client.learners.export`. */
  job: ExportJob<Input>
  /** Read when the export starts: the filters in use then. */
  input: () => Input
  /** The words on the button and above the question; "Export" unless told. */
  label?: string
  /** The smaller size, inside a card. */
  isSmall?: boolean
}

/** Exports a list as it is filtered, after asking for whom. */
export function ExportListButton<Input>({ job, input, label, isSmall }: ExportListButtonProps<Input>) {
  const { t } = useTranslation('disclosure')
  const [isOpen, setOpen] = useState(false)
  const words = label ?? t('export')
  return (
    <>
      <Button icon={ExportIcon} isSmall={isSmall ?? false} onPress={() => setOpen(true)}>
        {words}
      </Button>
      {isOpen && <ExportDialog title={words} job={job} input={input} onClose={() => setOpen(false)} />}
    </>
  )
}
