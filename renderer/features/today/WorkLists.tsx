import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { WorkListId } from '../../../shared/rules/workLists.ts'
import { api, client, failureFrom } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PrintIcon, SuccessIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { AbsenceList } from './AbsenceList.tsx'
import { ExamList } from './ExamList.tsx'
import { ExitNearList } from './ExitNearList.tsx'
import { NeverTestedList } from './NeverTestedList.tsx'
import { OutcomeList } from './OutcomeList.tsx'
import { PostTestList } from './PostTestList.tsx'
import { LookAgainList, ScreeningAskedList } from './ScreeningLists.tsx'
import { printListPath } from './todayPaths.ts'
import { WorkOfField } from './WorkOfField.tsx'
import { useWorkListState } from './workListState.ts'
import styles from './Today.module.css'

const contentOf: { [List in WorkListId]: (of: WorkOf) => ReactNode } = {
  postTests: (of) => <PostTestList of={of} />,
  neverTested: (of) => <NeverTestedList of={of} />,
  absences: (of) => <AbsenceList of={of} />,
  exitNear: (of) => <ExitNearList of={of} />,
  screeningAsked: (of) => <ScreeningAskedList of={of} />,
  lookAgain: (of) => <LookAgainList of={of} />,
  exams: (of) => <ExamList of={of} />,
  outcomes: (of) => <OutcomeList of={of} />,
}

interface ListToolsProps {
  list: WorkListId
  of: WorkOf
}

/** What is done with a whole list: taken out as a workbook, or printed to be taken into class. */
function ListTools({ list, of }: ListToolsProps) {
  const { t, i18n } = useTranslation('today')
  const mayTakeOut = useMay('instructor', 'coordinator', 'director', 'staff')
  if (!mayTakeOut) return null
  return (
    <div className={styles.tools}>
      <Link href={`#${printListPath(list, of)}`}>
        <PrintIcon aria-hidden size={16} /> {t('work.print')}
      </Link>
      <ExportListButton
        isSmall
        label={t('work.export')}
        job={client.today.exportList}
        input={() => ({
          list,
          of,
          language: i18n.resolvedLanguage === 'es' ? ('es' as const) : ('en' as const),
        })}
      />
    </div>
  )
}

/** What waits for the person's roles, a list at a time; each row is done in its place. */
export function WorkLists() {
  const { t, i18n } = useTranslation('today')
  const say = useFailureText()
  const { of, list: chosen, setOf, setList } = useWorkListState()
  const { data, error, refetch } = useQuery({
    ...api.today.counts.queryOptions({ input: { of: of ?? 'everybody' } }),
    enabled: of !== null,
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />
  if (!data || of === null) return <Skeleton height="12rem" />
  // Who only looks on has no work here.
  if (data.lists.length === 0) return null
  // A list whose last row was just done stays open, so that nothing jumps under the hand.
  const shown = data.lists.filter(({ list, count }) => count > 0 || list === chosen)
  const open = shown.find(({ list }) => list === chosen)?.list ?? shown[0]?.list
  return (
    <Card title={t('work.title')} action={<WorkOfField value={of} onChange={setOf} />}>
      {open === undefined ? (
        <EmptyState title={t('work.allDone')} icon={SuccessIcon} />
      ) : (
        <Tabs
          label={t('work.title')}
          value={open}
          onChange={setList}
          tabs={shown.map(({ list, count }) => ({
            id: list,
            label: t(`lists.${list}`),
            count: count.toLocaleString(i18n.language),
            content: (
              <>
                <div className={styles.listHead}>
                  <ExplainedNumber
                    number={{
                      title: t(`lists.${list}`),
                      of: '',
                      text: t('work.rows', { count }),
                      definition: list === 'lookAgain' ? 'lookAgainDue' : list,
                      asked: { explain: 'workList', input: { list, of } },
                    }}
                  />
                  <ListTools list={list} of={of} />
                </div>
                {contentOf[list](of)}
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
