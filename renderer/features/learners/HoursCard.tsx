import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { HoursRecord } from '../../../shared/contract/instructionHours.ts'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddIcon, UndoIcon } from '../../ui/icons.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { OriginMark } from '../origins/OriginMark.tsx'
import { useLearnerWords } from './learnerWords.ts'
import { HoursOverview } from './HoursOverview.tsx'
import { RecordHoursDialog } from './RecordHoursDialog.tsx'
import styles from './LearnerScreen.module.css'
import { useDraft } from '../../useDraft.ts'

/** Hours of instruction, by component and period. */
export function HoursCard({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const [isRecording, setRecording] = useDraft(`recording hours of ${learner.id}`, false)
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  return (
    <Card
      title={t('hours.title')}
      action={
        mayRecord && (
          <Button isSmall icon={AddIcon} onPress={() => setRecording(true)}>
            {t('hours.record')}
          </Button>
        )
      }
    >
      <HoursOverview learnerId={learner.id} />
      {learner.hours.length > 0 && (
        <ul className={styles.checklist}>
          {learner.hours.map((entry) => (
            <HoursItem key={entry.id} entry={entry} learnerId={learner.id} mayWithdraw={mayRecord} />
          ))}
        </ul>
      )}
      {isRecording && <RecordHoursDialog learner={learner} onClose={() => setRecording(false)} />}
    </Card>
  )
}

interface HoursItemProps {
  entry: HoursRecord
  learnerId: number
  mayWithdraw: boolean
}

function HoursItem({ entry, learnerId, mayWithdraw }: HoursItemProps) {
  const { t } = useTranslation('learners')
  const { day, inLanguage, number } = useLearnerWords()
  const toasts = useToasts()
  const components = useQuery(api.instructionHours.components.queryOptions({ input: {} }))
  const withdraw = useToastedCommand(api.instructionHours.withdraw)
  const record = useToastedCommand(api.instructionHours.record)
  const name = components.data?.find(({ key }) => key === entry.component)?.name
  const { id, ...facts } = entry
  const period = t('hours.period', { from: day(entry.periodFrom), to: day(entry.periodTo) })
  const takeBack = () =>
    withdraw.run({ hoursId: id }, () =>
      toasts.show({
        message: t('hours.withdrawn'),
        undo: () => record.run({ learnerId, facts }),
      }),
    )
  return (
    <li className={styles.checklistItem}>
      <div className={styles.checklistWords}>
        <p>{name ? inLanguage(name) : entry.component}</p>
        <p className={styles.quiet}>
          {period}
          <OriginMark subject="instructionHours" subjectId={id} name={period} />
        </p>
      </div>
      <span>
        {entry.possibleHours === null
          ? t('hours.attended', { hours: number(entry.hours) })
          : t('hours.attendedOf', { hours: number(entry.hours), possible: number(entry.possibleHours) })}
      </span>
      {mayWithdraw && <IconButton isSmall icon={UndoIcon} label={t('hours.withdraw')} onPress={takeBack} />}
    </li>
  )
}
