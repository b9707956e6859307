import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { client, downloadFile } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { useJob } from '../../useJob.ts'
import { Button } from '../../ui/Button.tsx'
import { ExportIcon } from '../../ui/icons.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { inputOf } from './CohortFilters.tsx'

/** Saves the cohorts that the filters let through as a workbook. */
export function ExportCohorts({ input }: { input: ReturnType<typeof inputOf> }) {
  const { t, i18n } = useTranslation('cohorts')
  const toasts = useToasts()
  const job = useJob(client.cohorts.export)
  const mayExport = useMay('staff', 'director', 'coordinator')
  if (!mayExport) return null
  return (
    <Button
      icon={ExportIcon}
      isPending={job.isRunning}
      onPress={() =>
        job.run(
          { ...input, language: i18n.language as Language },
          {
            onSuccess: (ticket) => void downloadFile(ticket),
            onError: () => toasts.show({ kind: 'danger', message: t('list.exportFailed') }),
          },
        )
      }
    >
      {t('list.export')}
    </Button>
  )
}
