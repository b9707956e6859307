import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Redirect, useParams } from 'wouter'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { WorkListId } from '../../../shared/rules/workLists.ts'
import { api, failureFrom } from '../../api.ts'
import { PrintButton } from '../../disclosure/PrintButton.tsx'
import { useSession } from '../../shell/session.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { printedList } from './todayPaths.ts'
import styles from './Today.module.css'

interface PaperRow {
  cells: readonly (string | number | null)[]
  index: number
}

/** One whole list on paper, to be taken into class or to the telephone, with room to write. */
export function PrintListScreen() {
  const asked = printedList(useParams())
  return asked === null ? <Redirect to="/today" replace /> : <PrintedList {...asked} />
}

function PrintedList({ list, of }: { list: WorkListId; of: WorkOf }) {
  const { t, i18n } = useTranslation('today')
  const { today } = useSession()
  const say = useFailureText()
  const number = new Intl.NumberFormat(i18n.language)
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const { data, error, refetch } = useQuery(
    api.today.listOnPaper.queryOptions({ input: { list, of, language } }),
  )
  return (
    <>
      <PageHeader
        back={<Link href="#/today">{t('title')}</Link>}
        title={t(`core:workLists.names.${list}`)}
        subtitle={[formatDay(today, i18n.language, 'full'), ...(data?.of ?? [])].join(' · ')}
        actions={
          data && (
            <PrintButton
              isPrimary
              label={t('work.print')}
              printed={{ content: 'workList', list, of, language }}
            />
          )
        }
      />
      {error && <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && (
        <div className={styles.paper}>
          <SimpleTable
            caption={t(`core:workLists.names.${list}`)}
            rows={data.rows.map((cells, index) => ({ cells, index }))}
            rowKey={({ index }: PaperRow) => index}
            columns={data.columns.map(({ heading, kind }, column) => ({
              id: String(column),
              label: heading,
              isRowHeader: column === 0,
              isNumeric: kind === 'number',
              cell: ({ cells }: PaperRow) => {
                const cell = cells[column] ?? null
                if (typeof cell === 'number') return number.format(cell)
                return kind === 'date' && cell !== null ? formatDay(cell, i18n.language) : cell
              },
            }))}
          />
        </div>
      )}
    </>
  )
}
