import { useTranslation } from 'react-i18next'
import type { SectionAttendance } from '../../../shared/contract/attendance.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { absencesThatWorry } from '../../../shared/rules/attendance.ts'
import { listName } from '../../../shared/values/names.ts'
import { Badge } from '../../ui/Badge.tsx'
import type { EntryColumn } from '../../ui/entryColumns.ts'
import { Link } from '../../ui/Link.tsx'
import { tenths } from '../../ui/tenths.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { cellProblem, type AttendanceLine } from './attendanceDraft.ts'
import styles from './Attendance.module.css'
import type { useAttendance } from './useAttendance.ts'

/** Who, hours and absences, then a column for each meeting. */
export function useAttendanceColumns(
  { meetings, refusalOf }: ReturnType<typeof useAttendance>,
  { of, span }: { of: SectionAttendance; span: { from: IsoDate; to: IsoDate } },
  isReadOnly: boolean,
): EntryColumn<AttendanceLine>[] {
  const { t, i18n } = useTranslation('attendance')
  const weekday = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
  const hours = new Intl.NumberFormat(i18n.language, tenths)
  return [
    {
      id: 'learner',
      label: t('columns.learner'),
      kind: 'shown',
      width: '13rem',
      cell: ({ row }) => (
        <>
          <Link href={`#/learners/${row.learnerId}`}>{listName(row)}</Link>
          {row.absences !== null && row.absences.count >= absencesThatWorry ? (
            <Badge kind="warning">
              <ExplainedNumber
                number={{
                  ...{ title: t('absencesTitle'), of: listName(row), definition: 'absencesInARow' },
                  text: t('absences', { count: row.absences.count }),
                  asked: {
                    explain: 'absences',
                    input: { sectionId: of.section.id, learnerId: row.learnerId },
                  },
                }}
              />
            </Badge>
          ) : (
            <span className={styles.under}>{row.sitsNow ? (row.studentId ?? '\u00a0') : t('left')}</span>
          )}
        </>
      ),
    },
    {
      id: 'hours',
      label: t('columns.hours'),
      kind: 'shown',
      width: '4.5rem',
      isNumeric: true,
      cell: ({ row }) => (
        <ExplainedNumber
          number={{
            title: t('columns.hours'),
            of: listName(row),
            text: hours.format(row.hours),
            definition: 'classHours',
            asked: {
              explain: 'attendance',
              input: { sectionId: of.section.id, ...span, learnerId: row.learnerId },
            },
          }}
        />
      ),
    },
    ...meetings.map((meeting): EntryColumn<AttendanceLine> => {
      const { heldOn, minutes } = meeting
      return {
        id: heldOn,
        label: t('columns.meeting', { day: weekday.format(new Date(`${heldOn}T00:00:00Z`)), minutes }),
        kind: 'text',
        width: '5.75rem',
        value: ({ texts }) => texts[heldOn] ?? '',
        state: ({ row, texts }) => {
          const problem = cellProblem(texts[heldOn] ?? '', meeting)
          const error = problem ? t(`core:attendance.${problem}`) : refusalOf(heldOn, row.learnerId)
          return { isReadOnly, error }
        },
      }
    }),
  ]
}
