import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SectionAttendance } from '../../../shared/contract/attendance.ts'
import type { IsoDate } from '../../../shared/values/dates.ts'
import { api } from '../../api.ts'
import type { EntryChange } from '../../ui/entryColumns.ts'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import {
  attendanceLines,
  cellProblem,
  changeCells,
  everyonePresent,
  meetingEntries,
  nothingTyped,
  shownMeetings,
  type AttendanceLine,
} from './attendanceDraft.ts'

/** A class's attendance as it is typed: kept while one looks elsewhere, saved all or none. */
export function useAttendance(of: SectionAttendance, span: { from: IsoDate; to: IsoDate }) {
  const { i18n } = useTranslation()
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const [draft, setDraft] = useDraft(`attendance ${of.section.id}`, nothingTyped)
  const save = useCommand(api.attendance.save)
  /** What was sent last, so that a refusal that names places finds its cells. */
  const [sent, setSent] = useState<ReturnType<typeof meetingEntries>>([])
  const meetings = shownMeetings(of, draft, span)
  const lines = attendanceLines(of, draft, language)
  const entries = meetingEntries(meetings, lines, draft)
  const problems = meetings.flatMap((meeting) =>
    lines.flatMap(({ row, texts }) => {
      const problem = cellProblem(texts[meeting.heldOn] ?? '', meeting)
      return problem ? [{ heldOn: meeting.heldOn, learnerId: row.learnerId, problem }] : []
    }),
  )

  function keep(next: typeof draft) {
    if (save.isError) save.reset()
    setDraft(next)
  }
  /** The core's refusal of one cell. */
  function refusalOf(heldOn: IsoDate, learnerId: number): string | undefined {
    const at = sent.findIndex((entry) => entry.heldOn === heldOn)
    const place = sent[at]?.marks.findIndex((mark) => mark.learnerId === learnerId) ?? -1
    if (at === -1 || place === -1) return undefined
    const fields = save.failure?.fields ?? {}
    return ['mark', 'minutes', 'learnerId']
      .map((field) => fields[`meetings.${at}.marks.${place}.${field}`])
      .find((message) => message !== undefined)
  }
  return {
    meetings,
    lines,
    problems,
    refusalOf,
    /** Whether a cell says something else than the record, or may. */
    isTyped: (heldOn: IsoDate, { row }: AttendanceLine) => draft.cells[heldOn]?.[row.learnerId] !== undefined,
    changed: entries.length,
    failure: save.failure,
    isPending: save.isPending,
    changeCells: (changes: readonly EntryChange[]) => keep(changeCells(draft, lines, changes)),
    everyonePresent: (heldOn: IsoDate) => keep(everyonePresent(draft, lines, heldOn, language)),
    setMeeting: (heldOn: IsoDate, minutes: number) =>
      keep({ ...draft, meetings: { ...draft.meetings, [heldOn]: minutes } }),
    discard: () => keep(nothingTyped),
    send(onSaved: (meetings: number) => void) {
      setSent(entries)
      save.run(
        { sectionId: of.section.id, meetings: entries },
        {
          onSuccess: (saved) => {
            setDraft(nothingTyped)
            onSaved(saved.meetings)
          },
        },
      )
    },
  }
}
