import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { LookAgain, ScreeningAsked } from '../../../shared/contract/workLists.ts'
import { listName } from '../../../shared/values/names.ts'
import { useMay } from '../../shell/session.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { newScreeningOfPath } from '../screening/screeningPaths.ts'
import { useLearnerColumn } from './useLearnerColumn.tsx'
import { WorkListFrame } from './WorkListFrame.tsx'

/** The track, and the way into a screening of the row's learner for it. */
function useTrackColumns() {
  const { t, i18n } = useTranslation('today')
  const mayScreen = useMay('director', 'coordinator')
  const track = {
    id: 'track',
    label: t('columns.track'),
    cell: ({ trackName }: ScreeningAsked) => (i18n.resolvedLanguage === 'es' ? trackName.es : trackName.en),
  }
  const act = {
    id: 'act',
    label: t('columns.act'),
    cell: (row: ScreeningAsked) => (
      <Link
        href={`#${newScreeningOfPath(row.trackId, row.learnerId)}`}
        aria-label={t('actions.for', { action: t('actions.screen'), name: listName(row) })}
      >
        {t('actions.screen')}
      </Link>
    ),
  }
  return { track, act: mayScreen ? [act] : [] }
}

/** Learners who want a track and were never screened for it. */
export function ScreeningAskedList({ of }: { of: WorkOf }) {
  const { t } = useTranslation('today')
  const learner = useLearnerColumn()
  const { track, act } = useTrackColumns()
  return (
    <WorkListFrame list="screeningAsked" of={of}>
      {(rows) => (
        <SimpleTable
          caption={t('lists.screeningAsked')}
          rows={rows}
          rowKey={({ learnerId }) => learnerId}
          columns={[learner, track, ...act]}
        />
      )}
    </WorkListFrame>
  )
}

/** Those on a waiting list whose day to look again has come. */
export function LookAgainList({ of }: { of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const learner = useLearnerColumn()
  const { track, act } = useTrackColumns()
  const day = (of: keyof Pick<LookAgain, 'lookAgainOn' | 'addedOn'>) => (row: LookAgain) =>
    formatDay(row[of], i18n.language)
  return (
    <WorkListFrame list="lookAgain" of={of}>
      {(rows) => (
        <SimpleTable
          caption={t('lists.lookAgain')}
          rows={rows}
          rowKey={({ learnerId, trackId }) => `${learnerId} ${trackId}`}
          columns={[
            learner,
            track,
            { id: 'lookAgainOn', label: t('columns.lookAgainOn'), cell: day('lookAgainOn') },
            { id: 'addedOn', label: t('columns.waitingSince'), cell: day('addedOn') },
            ...act,
          ]}
        />
      )}
    </WorkListFrame>
  )
}
