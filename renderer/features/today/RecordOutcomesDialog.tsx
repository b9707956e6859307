import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CohortWithoutOutcomes } from '../../../shared/contract/workLists.ts'
import { api, failureFrom } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SuccessIcon } from '../../ui/icons.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { MembersGrid } from '../cohorts/MembersGrid.tsx'
import { GridDialog } from './GridDialog.tsx'

interface RecordOutcomesDialogProps {
  cohort: Pick<CohortWithoutOutcomes, 'cohortId' | 'code'>
  onClose: () => void
}

/** The outcomes of a cohort that are missing, recorded without leaving the list. */
export function RecordOutcomesDialog({ cohort, onClose }: RecordOutcomesDialogProps) {
  const { t } = useTranslation('today')
  const say = useFailureText()
  const { data, error, refetch } = useQuery(
    api.cohorts.get.queryOptions({ input: { cohortId: cohort.cohortId } }),
  )
  const open = data?.memberRows.filter(({ status }) => status === 'stillIn') ?? []
  return (
    <GridDialog title={t('outcomes.record', { code: cohort.code })} onClose={onClose}>
      {error && <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && open.length === 0 && <EmptyState title={t('outcomes.done')} icon={SuccessIcon} />}
      {data && open.length > 0 && <MembersGrid isShort cohort={{ ...data, memberRows: open }} />}
    </GridDialog>
  )
}
