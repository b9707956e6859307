import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionAttendance } from '../../../shared/contract/attendance.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryGrid } from '../../ui/EntryGrid.tsx'
import { CalendarIcon, EditIcon, SuccessIcon } from '../../ui/icons.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { nameBesideCode } from '../classes/nameBesideCode.ts'
import styles from './Attendance.module.css'
import { CellOrigin } from './CellOrigin.tsx'
import { MeetingsDialog } from './MeetingsDialog.tsx'
import { MonthChooser } from './MonthChooser.tsx'
import { NewMeeting } from './NewMeeting.tsx'
import { SheetMenu } from './SheetMenu.tsx'
import { useAttendance } from './useAttendance.ts'
import { useAttendanceColumns } from './useAttendanceColumns.tsx'

interface AttendanceGridProps {
  of: SectionAttendance
  back: ReactNode
  /** The days shown. */
  span: { from: IsoDate; to: IsoDate }
  onMonth: (from: IsoDate) => void
}

const wrongCell = '[aria-invalid="true"]'

/** One month of a class: a column for each meeting, a row for each learner. */
export function AttendanceGrid({ of, back, span, onMonth }: AttendanceGridProps) {
  const { t } = useTranslation('attendance')
  const { today } = useSession()
  const toasts = useToasts()
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const attendance = useAttendance(of, span)
  const columns = useAttendanceColumns(attendance, { of, span }, !mayRecord)
  const [isEditing, setEditing] = useState(false)
  const part = useRef<HTMLFormElement>(null)
  const newest = attendance.meetings[0]
  const { problems, failure, changed } = attendance

  function save() {
    const wrong = part.current?.querySelector<HTMLInputElement>(wrongCell)
    wrong?.focus()
    wrong?.select()
    if (problems.length === 0) attendance.send((count) => toasts.show({ message: t('saved', { count }) }))
  }
  function saveByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || changed === 0) return
    // The keys of a dialog arrive here too, by way of React's tree.
    if (!event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    save()
  }
  return (
    <form
      ref={part}
      className={styles.screen}
      aria-label={t('title', { code: of.section.code })}
      onKeyDown={saveByKey}
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <PageHeader
        back={back}
        title={t('title', { code: of.section.code })}
        subtitle={nameBesideCode(of.section)}
        actions={
          mayRecord && (
            <>
              <span className={styles.quiet} role="status">
                {t('changed', { count: changed })}
              </span>
              {changed > 0 && <Button onPress={attendance.discard}>{t('discard')}</Button>}
              <Button
                variant="primary"
                onPress={save}
                isPending={attendance.isPending}
                isDisabled={changed === 0}
              >
                {t('save')}
              </Button>
            </>
          )
        }
      />
      <div className={styles.toolbar}>
        <MonthChooser from={span.from} latest={today} onChange={onMonth} />
        {mayRecord && <NewMeeting attendance={attendance} usualMinutes={of.usualMinutes} onMonth={onMonth} />}
        <SheetMenu sectionId={of.section.id} code={of.section.code} span={span} />
        {mayRecord && newest && (
          <Button icon={SuccessIcon} onPress={() => attendance.everyonePresent(newest.heldOn)}>
            {t('everyonePresent')}
          </Button>
        )}
        {mayRecord && of.meetings.length > 0 && (
          <Button icon={EditIcon} onPress={() => setEditing(true)}>
            {t('meetings.edit')}
          </Button>
        )}
      </div>
      {!mayRecord && <Notice>{t('onlyLook')}</Notice>}
      {(problems.length > 0 || failure) && (
        <div role="alert">
          <Notice kind="danger">
            {failure && Object.keys(failure.fields).length === 0
              ? failure.message
              : t('refused', { count: Math.max(1, problems.length) })}
          </Notice>
        </div>
      )}
      {attendance.meetings.length === 0 ? (
        <EmptyState title={t('noMeetings')} icon={CalendarIcon}>
          {mayRecord && t('noMeetingsHint')}
        </EmptyState>
      ) : (
        <div className={styles.grid}>
          <p className={styles.letters}>{t('letters')}</p>
          <EntryGrid
            label={t('title', { code: of.section.code })}
            columns={columns}
            rows={attendance.lines}
            rowKey={({ row }) => row.learnerId}
            onChange={attendance.changeCells}
            detail={([row, column]) => {
              const line = attendance.lines[row]
              const meeting = attendance.meetings.find(({ heldOn }) => heldOn === columns[column]?.id)
              return (
                line &&
                meeting &&
                !attendance.isTyped(meeting.heldOn, line) && <CellOrigin line={line} {...meeting} />
              )
            }}
          />
        </div>
      )}
      {isEditing && <MeetingsDialog of={of} attendance={attendance} onClose={() => setEditing(false)} />}
    </form>
  )
}
