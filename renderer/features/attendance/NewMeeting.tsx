import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestMeeting } from '../../../shared/rules/attendance.ts'
import { useSession } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FieldRow } from '../../ui/Form.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { monthOf } from './MonthChooser.tsx'
import type { useAttendance } from './useAttendance.ts'

interface NewMeetingProps {
  attendance: ReturnType<typeof useAttendance>
  /** What the class's meetings usually last. */
  usualMinutes: number
  onMonth: (from: string) => void
}

/** Adds a column for a meeting: today's, unless another day is chosen. It is kept with the first save. */
export function NewMeeting({ attendance, usualMinutes, onMonth }: NewMeetingProps) {
  const { t } = useTranslation('attendance')
  const { today } = useSession()
  const [isOpen, setOpen] = useState(false)
  const [heldOn, setHeldOn] = useState<string | null>(today)
  const [minutes, setMinutes] = useState<number | null>(usualMinutes)
  const [isSent, setSent] = useState(false)
  const isThere = attendance.meetings.some((meeting) => meeting.heldOn === heldOn)
  const dayError =
    heldOn === null
      ? t('meetings.dayMissing')
      : heldOn > today
        ? t('core:attendance.inFuture')
        : isThere
          ? t('meetings.isThere')
          : undefined
  const minutesError = minutes === null ? t('core:errors.required') : undefined

  function open() {
    setHeldOn(today)
    setMinutes(usualMinutes)
    setSent(false)
    setOpen(true)
  }
  function add() {
    setSent(true)
    if (heldOn === null || minutes === null || dayError !== undefined) return
    attendance.setMeeting(heldOn, minutes)
    onMonth(monthOf(heldOn).from)
    setOpen(false)
  }
  return (
    <>
      <Button icon={AddIcon} onPress={open}>
        {t('meetings.add')}
      </Button>
      {isOpen && (
        <FormDialog
          isOpen
          title={t('meetings.new')}
          submitLabel={t('meetings.add')}
          onSubmit={add}
          onCancel={() => setOpen(false)}
          isPending={false}
          errors={[]}
        >
          <FieldRow>
            <DateTextField
              label={t('meetings.day')}
              name="heldOn"
              value={heldOn}
              onChange={setHeldOn}
              latest={today}
              today={today}
              isRequired
              autoFocus
              errorMessage={isSent ? dayError : undefined}
            />
            <NumberField
              label={t('meetings.minutes')}
              name="minutes"
              value={minutes}
              onChange={setMinutes}
              minValue={1}
              maxValue={longestMeeting}
              isRequired
              errorMessage={isSent ? minutesError : undefined}
            />
          </FieldRow>
        </FormDialog>
      )}
    </>
  )
}
