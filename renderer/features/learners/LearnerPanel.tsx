import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { LearnerRecord, LearnerRow } from '../../../shared/contract/learners.ts'
import { displayName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Link } from '../../ui/Link.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { learnerPath } from './learnerPaths.ts'
import { PhoneList } from './PhoneList.tsx'
import styles from './LearnerScreen.module.css'
import { statusMeanings, useLearnerWords } from './learnerWords.ts'

function CurrentLevels({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const { day, levelNumber } = useLearnerWords()
  if (learner.levels.length === 0) return <p>{t('page.noTests')}</p>
  return (
    <SimpleTable
      caption={t('page.levels')}
      rows={learner.levels}
      rowKey={({ skillArea }) => skillArea}
      columns={[
        { id: 'area', label: t('page.area'), cell: (row) => t(`core:words.skillAreas.${row.skillArea}`) },
        {
          id: 'level',
          label: t('page.level'),
          isNumeric: true,
          cell: ({ skillArea, level }) => (
            <ExplainedNumber
              number={{
                title: t('page.level'),
                of: t(`core:words.skillAreas.${skillArea}`),
                text: levelNumber(level),
                definition: 'currentLevel',
                asked: { explain: 'level', input: { learnerId: learner.id, skillArea } },
              }}
            />
          ),
        },
        { id: 'score', label: t('page.score'), cell: (row) => row.score, isNumeric: true },
        {
          id: 'testedOn',
          label: t('page.testedOn'),
          cell: (row) => <span className={styles.oneLine}>{day(row.testedOn)}</span>,
        },
      ]}
    />
  )
}

/** The selected learner at a glance, beside the list. */
export function LearnerPanel({ row, onClose }: { row: LearnerRow | null; onClose: () => void }) {
  const { t } = useTranslation('learners')
  const { day, inLanguage } = useLearnerWords()
  const say = useFailureText()
  const learner = useQuery(
    api.learners.get.queryOptions({ input: { learnerId: row?.id ?? 1 }, enabled: row !== null }),
  )
  const found = learner.data?.id === row?.id ? learner.data : undefined
  return (
    <SidePanel
      isOpen={row !== null}
      onClose={onClose}
      title={row === null ? '' : displayName(row)}
      subtitle={row?.studentId ? t('page.studentId', { id: row.studentId }) : t('page.noStudentId')}
      footer={row && <Link href={`#${learnerPath(row.id)}`}>{t('openPage')}</Link>}
    >
      {learner.error && !found && (
        <ErrorState
          message={say(failureFrom(learner.error)).message}
          onRetry={() => void learner.refetch()}
        />
      )}
      {!learner.error && !found && <Skeleton lines={8} />}
      {found && (
        <>
          <StatusDot kind={statusMeanings[found.status]}>
            {t(`core:words.learnerStatuses.${found.status}`)}
          </StatusDot>
          <CurrentLevels learner={found} />
          <KeyValueList
            items={[
              {
                label: t('fields.phones'),
                value: found.phones.length > 0 && <PhoneList phones={found.phones} />,
              },
              { label: t('columns.section'), value: found.sections.map(({ code }) => code).join(', ') },
              { label: t('fields.birthDate'), value: day(found.birthDate) },
              { label: t('fields.firstLanguage'), value: found.firstLanguage },
              {
                label: t('fields.interest'),
                value: found.interestTrack && inLanguage(found.interestTrack.name),
              },
              { label: t('fields.workSchedule'), value: found.workSchedule },
            ].map(({ label, value }) => ({ label, value: value || null }))}
          />
        </>
      )}
    </SidePanel>
  )
}
