import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { SectionFilters } from '../../shared/contract/sections.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { translator } from '../texts/translator.ts'
import { exportList } from '../workbooks/exportList.ts'
import { sectionRows } from './sectionRows.ts'

/** The classes of the list as an .xlsx file. */
export async function exportSections(
  call: QueryCall<SectionFilters & { language: Language; disclosure: Disclosure }> & LongWork,
): Promise<FileTicket> {
  const { db, input, today, sight } = call
  const t = translator(input.language)
  const rows = await sectionRows(db, input, today, sight)
  const filters: string[] = []
  if (input.text.trim() !== '') filters.push(t('sections.filters.text', { value: input.text.trim() }))
  if (input.active !== null)
    filters.push(t(input.active ? 'sections.filters.active' : 'sections.filters.over'))
  if (input.instructorAccountId !== null) {
    const instructor = await db
      .selectFrom('accounts')
      .select('name')
      .where('id', '=', input.instructorAccountId)
      .executeTakeFirst()
    filters.push(t('sections.filters.instructor', { value: instructor?.name ?? '' }))
  }
  const column = (key: string, kind: 'text' | 'number' | 'date', width: number) => ({
    heading: t(`sections.columns.${key}`),
    kind,
    width,
  })
  return exportList(call, {
    language: input.language,
    method: 'sections.export',
    content: 'sections',
    disclosure: input.disclosure,
    learnerIds: [],
    fileName: t('sections.fileName'),
    title: t('sections.title'),
    filters,
    columns: [
      column('code', 'text', 16),
      column('name', 'text', 36),
      column('site', 'text', 22),
      column('instructor', 'text', 24),
      column('startDate', 'date', 13),
      column('endDate', 'date', 13),
      column('members', 'number', 10),
      column('status', 'text', 12),
    ],
    rows: rows.map((row) => [
      row.code,
      row.name,
      row.site,
      row.instructorName,
      row.startDate,
      row.endDate,
      row.memberCount,
      t(row.active ? 'sections.active' : 'sections.over'),
    ]),
  })
}
