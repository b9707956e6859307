import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { CohortMember } from '../../shared/contract/cohortValues.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList, type ListColumn } from '../workbooks/exportList.ts'
import { detailsOf } from './cohortDetails.ts'
import { readCohort } from './cohortRecords.ts'
import { readMembers } from './memberRecords.ts'

interface Input {
  cohortId: number
  asOf?: string | undefined
  language: Language
  disclosure: Disclosure
}
type Call = QueryCall<Input> & LongWork

interface ExportColumn extends ListColumn {
  value: (member: CohortMember) => string | number | null
}

function columnsFor(t: Translate): ExportColumn[] {
  const column = (key: string, kind: ListColumn['kind'], width: number, value: ExportColumn['value']) => ({
    ...{ heading: t(`cohorts.memberColumns.${key}`), kind, width, value },
  })
  const status = ({ status: stands }: CohortMember) =>
    stands === 'notYetStarted' ? t('words.memberStatuses.notYetStarted') : t(`words.memberOutcomes.${stands}`)
  return [
    column('studentId', 'text', 14, ({ studentId }) => studentId),
    column('familyName', 'text', 22, ({ familyName }) => familyName),
    column('givenName', 'text', 22, ({ givenName }) => givenName),
    column('entryLevel', 'number', 12, ({ entryLevel }) => entryLevel),
    column('startedOn', 'date', 13, ({ startedOn }) => startedOn),
    column('status', 'text', 18, status),
    column('outcomeOn', 'date', 13, ({ outcomeOn }) => outcomeOn),
    column('reason', 'text', 22, ({ reason }) => reason && t(`words.leavingReasons.${reason}`)),
    column('reasonNote', 'text', 26, ({ reasonNote }) => reasonNote),
    column('certifiedOn', 'date', 13, ({ certifiedOn }) => certifiedOn),
    column('windowCloses', 'date', 13, ({ windowCloses }) => windowCloses),
  ]
}

/** The members of one cohort as an .xlsx file. */
export async function exportMembers(call: Call): Promise<FileTicket> {
  const { db, input, today, sight } = call
  const t = translator(input.language)
  const cohort = await readCohort(db, input.cohortId, sight)
  const members = (await readMembers(db, [cohort.id], sight)).get(cohort.id) ?? []
  const { memberRows } = await detailsOf(db, cohort, members, input.asOf ?? today, sight)
  const columns = columnsFor(t)
  return exportList(call, {
    language: input.language,
    method: 'cohorts.exportMembers',
    content: 'cohortMembers',
    disclosure: input.disclosure,
    learnerIds: memberRows.map(({ learnerId }) => learnerId),
    fileName: t('cohorts.membersFileName'),
    title: t('cohorts.membersTitle', { code: cohort.code }),
    columns: columns.map(({ value: _, ...column }) => column),
    rows: memberRows.map((member) => columns.map(({ value }) => value(member))),
    filters: [cohort.code],
  })
}
