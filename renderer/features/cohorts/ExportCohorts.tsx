import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useMay } from '../../shell/session.ts'
import type { inputOf } from './CohortFilters.tsx'

const useMayExport = () => useMay('staff', 'director', 'coordinator')

/** Saves the cohorts that the filters let through as a workbook. */
export function ExportCohorts({ input }: { input: ReturnType<typeof inputOf> }) {
  const { t, i18n } = useTranslation('cohorts')
  if (!useMayExport()) return null
  return (
    <ExportListButton
      job={client.cohorts.export}
      input={() => ({ ...input, language: i18n.resolvedLanguage as Language })}
      label={t('list.export')}
    />
  )
}

/** Saves the members of a cohort as a workbook. */
export function ExportMembers({ cohortId }: { cohortId: number }) {
  const { t, i18n } = useTranslation('cohorts')
  if (!useMayExport()) return null
  return (
    <ExportListButton
      job={client.cohorts.exportMembers}
      input={() => ({ cohortId, language: i18n.resolvedLanguage as Language })}
      label={t('members.export')}
      isSmall
    />
  )
}
