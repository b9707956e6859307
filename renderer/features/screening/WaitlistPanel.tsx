import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitlistEntry } from '../../../shared/contract/waitlist.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormErrors } from '../../ui/FormErrors.tsx'
import { CloseListIcon, DeleteIcon, OpenListIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import styles from './Screening.module.css'

interface WaitlistPanelProps {
  entry: WaitlistEntry | null
  length: number
  mayChange: boolean
  onClose: () => void
}

/** One place in line: moved, dated, noted or given up. */
export function WaitlistPanel({ entry, length, mayChange, onClose }: WaitlistPanelProps) {
  return (
    <SidePanel
      isOpen={entry !== null}
      onClose={onClose}
      title={entry?.learnerName ?? ''}
      subtitle={entry?.studentId ?? undefined}
      footer={entry && <LearnerLink learnerId={entry.learnerId} />}
    >
      {entry && mayChange && <PlaceForm entry={entry} length={length} onClose={onClose} />}
    </SidePanel>
  )
}

function LearnerLink({ learnerId }: { learnerId: number }) {
  const { t } = useTranslation('screening')
  return <Link href={`#/learners/${learnerId}`}>{t('panel.openLearner')}</Link>
}

function PlaceForm({
  entry,
  length,
  onClose,
}: {
  entry: WaitlistEntry
  length: number
  onClose: () => void
}) {
  const { t } = useTranslation('screening')
  const toasts = useToasts()
  const [lookAgainOn, setLookAgainOn] = useState(entry.lookAgainOn)
  const [note, setNote] = useState(entry.note ?? '')
  const move = useCommand(api.waitlist.move)
  const change = useCommand(api.waitlist.change)
  const remove = useCommand(api.waitlist.remove)
  const restore = useCommand(api.waitlist.restore)
  const { id, position } = entry
  const moveTo = (place: number | null) =>
    place !== null && place !== position && move.run({ id, position: place })
  const failure = change.failure ?? move.failure ?? remove.failure
  function offerUndo() {
    onClose()
    toasts.show({ message: t('waiting.removed'), undo: () => restore.run({ id }) })
  }
  return (
    <Form
      label={entry.learnerName}
      onSubmit={() =>
        change.run(
          { id, lookAgainOn, note },
          { onSuccess: () => toasts.show({ message: t('waiting.saved') }) },
        )
      }
    >
      <FormErrors errors={failure?.items ?? []} />
      <NumberField
        label={t('waiting.place')}
        hint={t('waiting.ofLength', { count: length })}
        value={position}
        onChange={moveTo}
        minValue={1}
        maxValue={length}
        name="position"
      />
      <div className={styles.actions}>
        <Button isSmall icon={CloseListIcon} isDisabled={position === 1} onPress={() => moveTo(position - 1)}>
          {t('waiting.up')}
        </Button>
        <Button
          isSmall
          icon={OpenListIcon}
          isDisabled={position === length}
          onPress={() => moveTo(position + 1)}
        >
          {t('waiting.down')}
        </Button>
      </div>
      <DateTextField
        label={t('decide.lookAgain')}
        hint={t('decide.lookAgainHint')}
        name="lookAgainOn"
        value={lookAgainOn}
        onChange={setLookAgainOn}
      />
      <TextArea label={t('waiting.note')} name="note" value={note} onChange={setNote} />
      <div className={styles.actions}>
        <Button type="submit" isPending={change.isPending}>
          {t('waiting.save')}
        </Button>
        <Button
          variant="quiet"
          icon={DeleteIcon}
          isPending={remove.isPending}
          onPress={() =>
            remove.run({ id, reason: note.trim() === '' ? null : note }, { onSuccess: offerUndo })
          }
        >
          {t('waiting.remove')}
        </Button>
      </div>
    </Form>
  )
}
