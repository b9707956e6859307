import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedPerson, ToldApartPair } from '../../../shared/contract/duplicates.ts'
import { mayMerge } from '../../../shared/contract/merges.ts'
import { listName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LearnersIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { offsetWithin, Pager } from '../../ui/Pager.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useFailureText } from '../../useFailureText.ts'
import { learnerPath } from '../learners/learnerPaths.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import styles from './Duplicates.module.css'
import { pairKey } from './PairList.tsx'
import { useTellApart } from './useTellApart.ts'

const pageSize = 50

/** The pairs that somebody called two people, by whom and when; each answer can be taken back. */
export function ToldApart() {
  const { t } = useTranslation('duplicates')
  const say = useFailureText()
  const { day } = useLearnerWords()
  const mayAnswer = useMay(...mayMerge)
  const { takeBack, isAnswering } = useTellApart()
  const [asked, setOffset] = useState(0)
  const { data, error, refetch } = useQuery(
    api.duplicates.toldApart.queryOptions({
      input: { offset: asked, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  const offset = offsetWithin(asked, pageSize, data.total)
  if (offset !== asked) setOffset(offset)
  if (data.total === 0) {
    return (
      <EmptyState title={t('answers.none')} icon={LearnersIcon}>
        {t('answers.noneHint')}
      </EmptyState>
    )
  }
  const person = (one: ComparedPerson) => (
    <>
      <Link href={`#${learnerPath(one.id)}`}>{listName(one)}</Link>
      <span className={styles.under}>
        {[
          one.birthDate === null ? t('details.noBirthDate') : t('details.born', { day: day(one.birthDate) }),
          one.studentId === null ? t('details.noStudentId') : t('details.studentId', { id: one.studentId }),
        ].join(' · ')}
      </span>
    </>
  )
  const answerOf = ({ decidedByName: name, decidedAt }: ToldApartPair) => {
    const on = day(decidedAt.slice(0, 10))
    return name === null ? t('answers.byImport', { day: on }) : t('answers.by', { name, day: on })
  }
  const undo: TableColumn<ToldApartPair> = {
    id: 'takeBack',
    label: t('answers.takeBack'),
    cell: (pair) => (
      <Button
        isSmall
        isDisabled={isAnswering}
        aria-label={t('answers.takeBackOf', { first: listName(pair.first), second: listName(pair.second) })}
        onPress={() => takeBack(pair)}
      >
        {t('answers.takeBack')}
      </Button>
    ),
  }
  return (
    <>
      <SimpleTable
        caption={t('answers.caption')}
        rows={data.rows}
        rowKey={pairKey}
        columns={[
          { id: 'first', label: t('answers.first'), isRowHeader: true, cell: ({ first }) => person(first) },
          { id: 'second', label: t('answers.second'), cell: ({ second }) => person(second) },
          { id: 'answer', label: t('answers.answer'), cell: answerOf },
          ...(mayAnswer ? [undo] : []),
        ]}
      />
      <Pager offset={offset} pageSize={pageSize} total={data.total} onChange={setOffset} />
    </>
  )
}
