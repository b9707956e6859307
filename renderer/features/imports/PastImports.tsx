import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api, failureFrom } from '../../api.ts'
import { Badge } from '../../ui/Badge.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import styles from './Files.module.css'
import { useMoment } from './useMoment.ts'

/** As many as a table holds well; older ones stay in the audit record. */
const newest = 200

/** The files applied so far, newest first; each opens what it did. */
export function PastImports() {
  const { t, i18n } = useTranslation('imports')
  const say = useFailureText()
  const moment = useMoment()
  const [, goTo] = useLocation()
  const past = useQuery(api.imports.list.queryOptions({ input: { limit: newest } }))
  if (past.error) {
    return <ErrorState message={say(failureFrom(past.error)).message} onRetry={() => void past.refetch()} />
  }
  if (!past.data) return <Skeleton lines={3} />
  if (past.data.total === 0) return <p className={styles.quiet}>{t('past.none')}</p>
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <DataTable
      label={t('past.title')}
      items={past.data.rows}
      rowId={({ id }) => id}
      onOpen={({ id }) => goTo(`/files/${id}`)}
      columns={[
        {
          id: 'file',
          label: t('past.file'),
          isRowHeader: true,
          share: 2,
          cell: ({ fileName, undoneAt }) =>
            undoneAt === null ? (
              fileName
            ) : (
              <>
                {fileName} <Badge>{t('past.undoneBadge')}</Badge>
              </>
            ),
        },
        { id: 'kind', label: t('past.kind'), cell: ({ kind }) => t(`kinds.${kind}.name`) },
        {
          id: 'new',
          label: t('states.new'),
          isNumeric: true,
          cell: ({ counts }) => number.format(counts.new),
        },
        {
          id: 'changed',
          label: t('states.changed'),
          isNumeric: true,
          cell: ({ counts }) => number.format(counts.changed),
        },
        {
          id: 'refused',
          label: t('states.refused'),
          isNumeric: true,
          cell: ({ counts }) => number.format(counts.refused),
        },
        { id: 'when', label: t('past.when'), cell: ({ appliedAt }) => moment(appliedAt) },
        { id: 'who', label: t('past.who'), cell: ({ appliedByName }) => appliedByName },
      ]}
    />
  )
}
