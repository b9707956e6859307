import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { LearnerFilters, LearnerRow, LearnerSort } from '../../shared/contract/learners.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { skillAreas, type Language, type SkillArea } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import type { Reader } from '../schema.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList, type ListColumn } from '../workbooks/exportList.ts'
import { learnerRowsOf } from './learnerRows.ts'
import { sortedLearnerIds } from './sortedLearners.ts'

type Input = LearnerFilters & { sort: LearnerSort; language: Language; disclosure: Disclosure }
type Call = QueryCall<Input> & LongWork

/** Rows read at a time; other calls run in between. */
const batch = 500

/** The filters in use, each in words; the names of a class and a track are looked up. */
async function filtersInWords(db: Reader, filters: LearnerFilters, language: Language, t: Translate) {
  const words: string[] = []
  const say = (key: string, value: string) => words.push(t(`learners.filters.${key}`, { value }))
  const { status, sectionId, interestTrackId, skillArea, levels, tested } = filters
  if (status.length > 0) say('status', status.map((one) => t(`words.learnerStatuses.${one}`)).join(', '))
  if (sectionId !== null) {
    const section = await db
      .selectFrom('sections')
      .select('code')
      .where('id', '=', sectionId)
      .executeTakeFirst()
    say('section', section?.code ?? String(sectionId))
  }
  if (interestTrackId !== null) {
    const track = await db
      .selectFrom('tracks')
      .select(['nameEn', 'nameEs'])
      .where('id', '=', interestTrackId)
      .executeTakeFirst()
    say('interest', track ? (language === 'es' ? track.nameEs : track.nameEn) : String(interestTrackId))
  }
  if (skillArea !== null) say('area', t(`words.skillAreas.${skillArea}`))
  if (levels.length > 0) say('levels', levels.map((level) => t(`words.levels.${level}`)).join(', '))
  if (tested !== null) words.push(t(tested ? 'learners.filters.tested' : 'learners.filters.notTested'))
  return words
}

interface ExportColumn extends ListColumn {
  value: (row: LearnerRow) => string | number | null
}

function levelColumns(area: SkillArea, t: Translate): ExportColumn[] {
  const inArea = (row: LearnerRow) => row.levels.find(({ skillArea }) => skillArea === area)
  const values = { area: t(`words.skillAreas.${area}`) }
  return [
    {
      heading: t('learners.columns.level', values),
      kind: 'number',
      width: 12,
      value: (row) => inArea(row)?.level ?? null,
    },
    {
      heading: t('learners.columns.score', values),
      kind: 'number',
      width: 12,
      value: (row) => inArea(row)?.score ?? null,
    },
    {
      heading: t('learners.columns.testedOn', values),
      kind: 'date',
      width: 14,
      value: (row) => inArea(row)?.testedOn ?? null,
    },
  ]
}

function columnsFor(rows: readonly LearnerRow[], language: Language, t: Translate): ExportColumn[] {
  const text = (key: string, width: number, value: (row: LearnerRow) => string | null): ExportColumn => ({
    heading: t(`learners.columns.${key}`),
    kind: 'text',
    width,
    value,
  })
  // Areas in which nobody here was tested would be empty columns.
  const tested = new Set(rows.flatMap(({ levels }) => levels.map(({ skillArea }) => skillArea)))
  return [
    text('studentId', 14, (row) => row.studentId),
    text('familyName', 22, (row) => row.familyName),
    text('givenName', 22, (row) => row.givenName),
    text('preferredName', 16, (row) => row.preferredName),
    {
      heading: t('learners.columns.birthDate'),
      kind: 'date',
      width: 13,
      value: ({ birthDate }) => birthDate,
    },
    text('status', 12, (row) => t(`words.learnerStatuses.${row.status}`)),
    text('sections', 18, (row) => row.sections.map(({ code }) => code).join(', ')),
    text('interest', 24, (row) => row.interestTrack?.name[language] ?? null),
    ...skillAreas.filter((area) => tested.has(area)).flatMap((area) => levelColumns(area, t)),
    {
      heading: t('learners.columns.lastTestedOn'),
      kind: 'date',
      width: 13,
      value: ({ lastTestedOn }) => lastTestedOn,
    },
  ]
}

/** The whole filtered and sorted list as an .xlsx file. */
export async function exportLearners(call: Call): Promise<FileTicket> {
  const { db, input, today, sight, progress } = call
  const t = translator(input.language)
  const window = { offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const ids = await sortedLearnerIds(db, input, input.sort, window, today, sight)
  const rows: LearnerRow[] = []
  for (let start = 0; start < ids.length; start += batch) {
    rows.push(...(await learnerRowsOf(db, ids.slice(start, start + batch), today)))
    await progress('readingRows', rows.length, ids.length)
  }
  const columns = columnsFor(rows, input.language, t)
  const searched = input.text.trim()
  return exportList(call, {
    language: input.language,
    method: 'learners.export',
    content: 'learners',
    disclosure: input.disclosure,
    learnerIds: ids,
    fileName: t('learners.fileName'),
    title: t('learners.title'),
    columns: columns.map(({ value: _, ...column }) => column),
    rows: rows.map((row) => columns.map(({ value }) => value(row))),
    filters: await filtersInWords(db, input, input.language, t),
    search: searched === '' ? null : t('learners.filters.text', { value: searched }),
  })
}
