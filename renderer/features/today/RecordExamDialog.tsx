import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ExamToSit } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { AttemptsGrid } from '../cohorts/AttemptsGrid.tsx'
import { GridDialog } from './GridDialog.tsx'

/** The attempts of one person, recorded without leaving the list. */
export function RecordExamDialog({ exam, onClose }: { exam: ExamToSit; onClose: () => void }) {
  const { t } = useTranslation('today')
  const say = useFailureText()
  const { data, error, refetch } = useQuery(
    api.attempts.grid.queryOptions({ input: { cohortId: exam.cohortId } }),
  )
  const own = data?.rows.filter(({ memberId }) => memberId === exam.memberId)
  return (
    <GridDialog title={t('exams.record', { name: listName(exam) })} onClose={onClose}>
      {error && <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={3} />}
      {data?.credential && own && (
        <AttemptsGrid
          cohort={{ id: exam.cohortId }}
          credential={data.credential}
          columns={data.columns}
          rows={own}
        />
      )}
    </GridDialog>
  )
}
