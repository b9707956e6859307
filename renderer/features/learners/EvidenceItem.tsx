import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EvidenceFacts, EvidenceRecord } from '../../../shared/contract/evidence.ts'
import { api } from '../../api.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { MenuButton } from '../../ui/Menu.tsx'
import { UndoIcon } from '../../ui/icons.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { OriginMark } from '../origins/OriginMark.tsx'
import type { ChecklistItem } from './EvidenceCard.tsx'
import { useEvidenceStateWord } from './evidenceWords.ts'
import { useLearnerWords } from './learnerWords.ts'
import styles from './LearnerScreen.module.css'

const meanings: Record<EvidenceRecord['status'], Meaning> = {
  met: 'success',
  done: 'success',
  passed: 'success',
  notMet: 'danger',
  notPassed: 'danger',
  notDone: 'warning',
  noResult: 'info',
  notAsked: 'neutral',
}

/** The entry as it was recorded, to record it again when its withdrawal is taken back. */
function factsOf(record: EvidenceRecord): EvidenceFacts {
  const { id: _, documentDate, doses, ...common } = record
  return (record.kind === 'document' ? { ...common, documentDate, doses } : common) as EvidenceFacts
}

interface EvidenceItemProps {
  item: ChecklistItem
  learnerId: number
  /** Opens the form; left out for those who may not record. */
  onRecord: (() => void) | undefined
}

/** One line of the checklist with the newest answer; older ones stay on record. */
export function EvidenceItem({ item, learnerId, onRecord }: EvidenceItemProps) {
  const { t } = useTranslation('learners')
  const { day, inLanguage } = useLearnerWords()
  const toasts = useToasts()
  const stateWord = useEvidenceStateWord()
  const tracks = useQuery(api.tracks.list.queryOptions({ input: {} }))
  const withdraw = useToastedCommand(api.evidence.withdraw)
  const record = useToastedCommand(api.evidence.record)
  const [newest] = item.records
  const askedBy = item.trackIds.flatMap((id) => tracks.data?.find((track) => track.id === id)?.name ?? [])

  const takeBack = (entry: EvidenceRecord) =>
    withdraw.run({ evidenceId: entry.id }, () =>
      toasts.show({
        message: t('evidence.withdrawn'),
        undo: () => record.run({ learnerId, facts: factsOf(entry) }),
      }),
    )
  const detail = newest && [
    t(`evidence.onDay.${newest.kind}`, { day: day(newest.onDate) }),
    newest.documentDate !== null && t('evidence.dated', { day: day(newest.documentDate) }),
    newest.doses !== null && t('evidence.doses', { count: newest.doses }),
    newest.seenBy !== null && t('evidence.seenBy', { name: newest.seenBy }),
    item.records.length > 1 && t('evidence.earlier', { count: item.records.length - 1 }),
  ]
  return (
    <li className={styles.checklistItem}>
      <div className={styles.checklistWords}>
        <p>{inLanguage(item.label)}</p>
        <p className={styles.quiet}>
          {detail ? detail.filter(Boolean).join(' · ') : askedBy.map(inLanguage).join(', ')}{' '}
          {newest && (
            <OriginMark
              subject="evidence"
              subjectId={newest.id}
              name={`${inLanguage(item.label)}, ${day(newest.onDate)}`}
            />
          )}
        </p>
      </div>
      <StatusDot kind={newest ? meanings[newest.status] : 'neutral'}>
        {newest ? stateWord(newest.kind, newest.status) : t('evidence.notAsked')}
      </StatusDot>
      {onRecord && (
        <span className={styles.checklistActions}>
          <Button
            isSmall
            onPress={onRecord}
            aria-label={t('evidence.recordNamed', { what: inLanguage(item.label) })}
          >
            {t('evidence.record')}
          </Button>
          {newest && (
            <MenuButton
              isIconOnly
              label={t('evidence.moreFor', { what: inLanguage(item.label) })}
              actions={[
                {
                  id: 'withdraw',
                  label: t('evidence.withdraw'),
                  detail: t('evidence.withdrawDetail'),
                  icon: UndoIcon,
                  onAction: () => takeBack(newest),
                },
              ]}
            />
          )}
        </span>
      )}
    </li>
  )
}
