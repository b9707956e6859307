import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { AgedRecord } from '../../../shared/contract/keep.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, client, failureFrom } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { DeleteIcon, LockIcon } from '../../ui/icons.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useDraft } from '../../useDraft.ts'
import { useFailureText } from '../../useFailureText.ts'
import { useToastedCommand } from '../../useToastedCommand.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import styles from './Keep.module.css'

/** How old the record is, until when it is kept, and the hold on it. */
function RecordAge({ record }: { record: AgedRecord }) {
  const { t } = useTranslation('keep')
  const { day } = useLearnerWords()
  const lift = useToastedCommand(api.keep.liftHold)
  const { hold, lastActivityOn, oldEnoughOn, learnerId } = record
  return (
    <>
      <KeyValueList
        items={[
          { label: t('record.lastActivity'), value: day(lastActivityOn) },
          { label: t('record.keptUntil'), value: day(oldEnoughOn) ?? t('record.keptAlways') },
        ]}
      />
      {hold && (
        <Notice
          action={
            <Button isSmall isPending={lift.isPending} onPress={() => lift.run({ learnerId })}>
              {t('hold.lift')}
            </Button>
          }
        >
          {t('hold.since', { day: day(hold.placedOn), name: hold.placedByName, reason: hold.reason })}
        </Notice>
      )}
    </>
  )
}

/** The record as a whole: taking it out for the person to see, keeping it back, erasing it. */
export function RecordCard({ learnerId }: { learnerId: number }) {
  const { t, i18n } = useTranslation('keep')
  const say = useFailureText()
  const [, navigate] = useLocation()
  const mayExport = useMay('administrator', 'director', 'coordinator', 'staff')
  const mayHold = useMay('administrator', 'director')
  const mayErase = useMay('administrator')
  const [open, setOpen] = useDraft<'hold' | 'erase' | null>(`open at record ${learnerId}`, null)
  const record = useQuery({
    ...api.keep.ofLearner.queryOptions({ input: { learnerId } }),
    enabled: mayHold,
  })
  if (!mayExport) return null
  const close = () => setOpen(null)
  return (
    <Card title={t('record.title')}>
      <div className={styles.card}>
        {mayHold && record.data && <RecordAge record={record.data} />}
        {mayHold && record.isPending && <Skeleton height="2.75rem" />}
        {record.isLoadingError && (
          <ErrorState
            message={say(failureFrom(record.error)).message}
            onRetry={() => void record.refetch()}
          />
        )}
        <div className={styles.actions}>
          <ExportListButton
            job={client.keep.exportRecord}
            input={() => ({ learnerId, language: i18n.resolvedLanguage as Language })}
            label={t('record.export')}
            isSmall
          />
          {mayHold && record.data?.hold === null && (
            <Button isSmall icon={LockIcon} onPress={() => setOpen('hold')}>
              {t('hold.open')}
            </Button>
          )}
          {mayErase && (
            <Button isSmall icon={DeleteIcon} onPress={() => setOpen('erase')}>
              {t('erase.open')}
            </Button>
          )}
        </div>
      </div>
      {open === 'hold' && <HoldDialog learnerId={learnerId} onClose={close} />}
      {open === 'erase' && (
        <EraseDialog
          learnerIds={[learnerId]}
          reason="personAsked"
          onClose={close}
          onErased={() => {
            close()
            navigate('/learners')
          }}
        />
      )}
    </Card>
  )
}
