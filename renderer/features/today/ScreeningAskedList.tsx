import { useTranslation } from 'react-i18next'
import type { ScreeningAsked } from '../../../shared/contract/workLists.ts'
import { useMay } from '../../shell/session.ts'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { newScreeningOfPath } from '../screening/screeningPaths.ts'
import styles from './Today.module.css'

/** Tracks with learners who want them and were never screened for them. */
export function ScreeningAskedList({ rows }: { rows: readonly ScreeningAsked[] }) {
  const { t, i18n } = useTranslation('today')
  const mayScreen = useMay('director', 'coordinator')
  return (
    <>
      <p className={styles.note}>{t('screeningAsked.note')}</p>
      <SimpleTable
        caption={t('work.lists.screeningAsked')}
        rows={rows}
        rowKey={({ trackId }) => trackId}
        columns={[
          {
            id: 'track',
            label: t('columns.track'),
            isRowHeader: true,
            cell: ({ trackName }) => (i18n.language === 'es' ? trackName.es : trackName.en),
          },
          { id: 'count', label: t('columns.waiting'), isNumeric: true, cell: ({ count }) => count },
          ...(mayScreen
            ? [
                {
                  id: 'act',
                  label: t('columns.act'),
                  cell: ({ trackId, count }: ScreeningAsked) => (
                    <Link href={`#${newScreeningOfPath(trackId)}`}>
                      {t('screeningAsked.screen', { count })}
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}
