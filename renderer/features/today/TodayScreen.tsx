import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { NumberOfToday } from '../../../shared/contract/explain.ts'
import { api, failureFrom } from '../../api.ts'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { useSession } from '../../shell/session.ts'
import { Card, CardRow, StatTile } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { NobodyOwn } from '../learners/NobodyOwn.tsx'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { CohortsToday } from './CohortsToday.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { MoreWork } from './MoreWork.tsx'
import { WorkLists } from './WorkLists.tsx'
import styles from './Today.module.css'

/** What waits for somebody today: the work lists of their roles, and the cohorts that run or start. */
export function TodayScreen() {
  const { t } = useTranslation('today')
  const { locale } = useLocale()
  const session = useSession()
  const ownOnly = useOwnClassesOnly()
  const say = useFailureText()
  const { data, error, refetch } = useQuery(api.today.overview.queryOptions({ input: {} }))
  const waiting = data?.waitlists.reduce((sum, list) => sum + list.waiting, 0) ?? 0
  const lookAgain = data?.waitlists.reduce((sum, list) => sum + list.lookAgain, 0) ?? 0
  const counted = (number: NumberOfToday, title: string, text: string) => (
    <ExplainedNumber
      number={{
        ...{ title, of: '', text, definition: number },
        asked: { explain: 'today', input: { number } },
      }}
    />
  )
  const isNew =
    data !== undefined && data.learners.active === 0 && data.running.length + data.upcoming.length === 0
  return (
    <>
      <PageHeader title={t('title')} subtitle={formatDay(session.today, locale, 'full')} />
      <div className={styles.parts}>
        {error && <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        <OwnClassesNotice />
        {isNew && ownOnly !== null && (ownOnly ? <NobodyOwn /> : <FirstSteps />)}
        {data && !isNew && (
          <>
            <CardRow>
              <StatTile
                label={t('tiles.learners')}
                value={
                  <ExplainedNumber
                    number={{
                      title: t('tiles.learners'),
                      ...{ of: '', text: data.learners.active.toLocaleString(locale) },
                      definition: 'activeLearners',
                      asked: { explain: 'learners', input: { status: ['active'] } },
                    }}
                  />
                }
                detail={
                  <ExplainedNumber
                    number={{
                      title: t('lists.neverTested'),
                      ...{ of: '', text: t('tiles.neverTested', { count: data.learners.neverTested }) },
                      definition: 'neverTested',
                      asked: { explain: 'learners', input: { status: ['active'], tested: false } },
                    }}
                  />
                }
                href="#/learners"
              />
              <StatTile
                label={t('tiles.running')}
                value={counted('running', t('tiles.running'), data.running.length.toLocaleString(locale))}
                detail={counted(
                  'upcoming',
                  t('upcoming.title'),
                  t('tiles.upcoming', { count: data.upcoming.length }),
                )}
                href="#/cohorts"
              />
              <StatTile
                label={t('tiles.waiting')}
                value={counted('waiting', t('tiles.waiting'), waiting.toLocaleString(locale))}
                detail={counted(
                  'lookAgain',
                  t('lists.lookAgain'),
                  t('tiles.lookAgain', { count: lookAgain }),
                )}
                href="#/screenings"
              />
            </CardRow>
            <WorkLists />
            <MoreWork />
            {data.running.length > 0 && (
              <Card title={t('running.title')}>
                <CohortsToday title={t('running.title')} note={t('running.note')} cohorts={data.running} />
              </Card>
            )}
            {data.upcoming.length > 0 && (
              <Card title={t('upcoming.title')}>
                <CohortsToday title={t('upcoming.title')} note={t('upcoming.note')} cohorts={data.upcoming} />
              </Card>
            )}
          </>
        )}
      </div>
    </>
  )
}
