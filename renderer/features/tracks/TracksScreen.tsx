import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { TrackStatus } from '../../../shared/values/vocabulary.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { AddIcon, TracksIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { TrackDialog } from './TrackDialog.tsx'
import { trackPath } from './trackPaths.ts'
import styles from './Tracks.module.css'
import { useDraft } from '../../useDraft.ts'

export const statusMeaning: Readonly<Record<TrackStatus, Meaning>> = {
  active: 'success',
  paused: 'warning',
  preparatory: 'info',
}

/** The vocational programs that learners can be screened for. */
export function TracksScreen() {
  const { t, i18n } = useTranslation('tracks')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const [, navigate] = useLocation()
  const shown = useFailureText()
  const mayChange = useMay('director')
  const [isAdding, setAdding] = useDraft('adding a track', false)
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          mayChange && (
            <Button variant="primary" icon={AddIcon} onPress={() => setAdding(true)}>
              {t('add')}
            </Button>
          )
        }
      />
      <div className={styles.parts}>
        {tracks.isError && (
          <ErrorState
            message={shown(failureFrom(tracks.error)).message}
            onRetry={() => void tracks.refetch()}
          />
        )}
        {tracks.isPending && <Skeleton lines={6} />}
        {tracks.data && (
          <DataTable
            label={t('title')}
            items={tracks.data}
            rowId={({ id }) => id}
            onOpen={({ id }) => navigate(trackPath(id))}
            empty={
              <EmptyState title={t('none')} icon={TracksIcon}>
                {t('firstStep')}
              </EmptyState>
            }
            columns={[
              {
                id: 'name',
                label: t('fields.name'),
                isRowHeader: true,
                cell: ({ name }) => name[language],
                sortValue: ({ name }) => name[language],
              },
              {
                id: 'code',
                label: t('fields.code'),
                cell: ({ code }) => code,
                sortValue: ({ code }) => code,
              },
              {
                id: 'status',
                label: t('fields.status'),
                cell: ({ status }) => (
                  <StatusDot kind={statusMeaning[status]}>
                    {t(`core:words.trackStatuses.${status}`)}
                  </StatusDot>
                ),
              },
              {
                id: 'rules',
                label: t('rulesSince'),
                cell: ({ rulesSince }) =>
                  rulesSince === null ? t('noRules') : formatDay(rulesSince, language),
              },
              {
                id: 'requirements',
                label: t('requirements'),
                cell: ({ requirementCount }) => requirementCount,
                isNumeric: true,
              },
              { id: 'seats', label: t('fields.seats'), cell: ({ seats }) => seats ?? '–', isNumeric: true },
              {
                id: 'waiting',
                label: t('waiting'),
                cell: ({ waiting }) => waiting,
                sortValue: ({ waiting }) => waiting,
                isNumeric: true,
              },
            ]}
          />
        )}
      </div>
      {isAdding && (
        <TrackDialog
          track={null}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => navigate(trackPath(id))}
        />
      )}
    </>
  )
}
