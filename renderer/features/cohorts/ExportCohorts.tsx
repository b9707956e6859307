import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { client, downloadFile } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { useJob } from '../../useJob.ts'
import { Button } from '../../ui/Button.tsx'
import { ExportIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import type { inputOf } from './CohortFilters.tsx'

const useMayExport = () => useMay('staff', 'director', 'coordinator')

/** Saves the cohorts that the filters let through as a workbook. */
export function ExportCohorts({ input }: { input: ReturnType<typeof inputOf> }) {
  const { t, i18n } = useTranslation('cohorts')
  const job = useJob(client.cohorts.export)
  const save = () =>
    job.run(
      { ...input, language: i18n.language as Language },
      { onSuccess: (ticket) => void downloadFile(ticket) },
    )
  if (!useMayExport()) return null
  return (
    <>
      {job.failure && <InlineError>{job.failure.message}</InlineError>}
      <Button icon={ExportIcon} isPending={job.isRunning} onPress={save}>
        {t('list.export')}
      </Button>
    </>
  )
}

/** Saves the members of a cohort as a workbook. */
export function ExportMembers({ cohortId }: { cohortId: number }) {
  const { t, i18n } = useTranslation('cohorts')
  const job = useJob(client.cohorts.exportMembers)
  const save = () =>
    job.run(
      { cohortId, language: i18n.language as Language },
      { onSuccess: (ticket) => void downloadFile(ticket) },
    )
  if (!useMayExport()) return null
  return (
    <>
      {job.failure && <InlineError>{job.failure.message}</InlineError>}
      <Button isSmall icon={ExportIcon} isPending={job.isRunning} onPress={save}>
        {t('members.export')}
      </Button>
    </>
  )
}
