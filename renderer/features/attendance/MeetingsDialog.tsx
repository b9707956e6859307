import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Meeting, SectionAttendance } from '../../../shared/contract/attendance.ts'
import { longestMeeting } from '../../../shared/rules/attendance.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { DeleteIcon } from '../../ui/icons.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useCommand } from '../../useCommand.ts'
import styles from './Attendance.module.css'
import type { useAttendance } from './useAttendance.ts'

interface MeetingsDialogProps {
  of: SectionAttendance
  attendance: ReturnType<typeof useAttendance>
  onClose: () => void
}

/** Corrects how long meetings lasted, or takes one off the record. */
export function MeetingsDialog({ of, attendance, onClose }: MeetingsDialogProps) {
  const { t, i18n } = useTranslation('attendance')
  const remove = useCommand(api.attendance.removeMeeting)
  const [removing, setRemoving] = useState<Meeting | null>(null)
  const day = (heldOn: string) => formatDay(heldOn, i18n.language, 'full')
  if (removing) {
    const noted = of.rows.filter(({ marks }) =>
      marks.some(({ meetingId }) => meetingId === removing.id),
    ).length
    return (
      <ConfirmDialog
        isOpen
        title={t('meetings.removeTitle', { day: day(removing.heldOn) })}
        confirmLabel={t('meetings.remove')}
        onConfirm={() => remove.run({ meetingId: removing.id }, { onSuccess: () => setRemoving(null) })}
        onCancel={() => setRemoving(null)}
        isDestructive
        isPending={remove.isPending}
        errorMessage={remove.failure?.message}
      >
        {t('meetings.removeText', { count: noted })}
      </ConfirmDialog>
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('meetings.edit')}
      footer={<Button onPress={onClose}>{t('meetings.done')}</Button>}
    >
      <p className={styles.quiet}>{t('meetings.editHint')}</p>
      <SimpleTable
        caption={t('meetings.edit')}
        columns={[
          { id: 'day', label: t('meetings.day'), isRowHeader: true, cell: ({ heldOn }) => day(heldOn) },
          {
            id: 'minutes',
            label: t('meetings.minutes'),
            cell: ({ heldOn, minutes }) => (
              <NumberField
                label={t('meetings.minutesOn', { day: day(heldOn) })}
                isLabelHidden
                value={attendance.meetings.find((meeting) => meeting.heldOn === heldOn)?.minutes ?? minutes}
                onChange={(next) => attendance.setMeeting(heldOn, next ?? minutes)}
                minValue={1}
                maxValue={longestMeeting}
              />
            ),
          },
          {
            id: 'remove',
            label: t('meetings.remove'),
            cell: (meeting) => (
              <IconButton
                icon={DeleteIcon}
                label={t('meetings.removeOn', { day: day(meeting.heldOn) })}
                onPress={() => setRemoving(meeting)}
              />
            ),
          },
        ]}
        rows={of.meetings}
        rowKey={({ id }) => id}
      />
    </Dialog>
  )
}
