import { useTranslation } from 'react-i18next'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { listName } from '../../../shared/values/names.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { OriginMark } from '../origins/OriginMark.tsx'
import type { AttendanceLine } from './attendanceDraft.ts'

interface CellOriginProps {
  line: AttendanceLine
  heldOn: IsoDate
  /** The meeting on record; null while it is only typed. */
  meetingId: number | null
}

/** Whose mark of which day has the focus, and where it comes from; nothing where none is on record. */
export function CellOrigin({ line: { row }, heldOn, meetingId }: CellOriginProps) {
  const { t, i18n } = useTranslation('attendance')
  const kept = row.marks.find((mark) => mark.meetingId === meetingId)
  if (kept === undefined) return null
  const name = t('cell', { name: listName(row), day: formatDay(heldOn, i18n.language) })
  return (
    <>
      {name} <OriginMark subject="attendance" subjectId={kept.id} name={name} /> {t('cellKey')}
    </>
  )
}
