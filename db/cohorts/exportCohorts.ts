import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { CohortSummary } from '../../shared/contract/cohortValues.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList, type ListColumn } from '../workbooks/exportList.ts'
import type { Reads } from './cohortRecords.ts'
import { listCohorts, type ListInput } from './listCohorts.ts'

type Filters = Omit<ListInput, 'offset' | 'limit'>
type Call = QueryCall<Filters & { asOf?: string | undefined; language: Language; disclosure: Disclosure }> &
  LongWork

/** Cohorts read at a time; other calls run in between. */
const batch = 50

interface ExportColumn extends ListColumn {
  value: (cohort: CohortSummary) => string | number | null
}

function columnsFor(language: Language, t: Translate): ExportColumn[] {
  const column = (key: string, kind: ListColumn['kind'], width: number, value: ExportColumn['value']) => ({
    ...{ heading: t(`cohorts.columns.${key}`), kind, width, value },
  })
  const people = (key: string, value: ExportColumn['value']) => column(key, 'number', 12, value)
  return [
    column('code', 'text', 14, ({ code }) => code),
    column('track', 'text', 26, ({ trackName }) => trackName[language]),
    column('site', 'text', 18, ({ site }) => site),
    column('startDate', 'date', 13, ({ startDate }) => startDate),
    column('endDate', 'date', 13, ({ endDate }) => endDate),
    column('state', 'text', 18, ({ state }) => t(`words.cohortStates.${state}`)),
    people('seats', ({ seats }) => seats),
    people('seatsLeft', ({ seatsLeft }) => seatsLeft),
    people('enrolled', ({ completion }) => completion.enrolled),
    people('completed', ({ completion }) => completion.completed),
    people('withdrew', ({ completion }) => completion.withdrew),
    people('excluded', ({ completion }) => completion.excluded),
    people('stillIn', ({ completion }) => completion.stillIn),
    people('didNotStart', ({ completion }) => completion.didNotStart),
    people('testedAll', ({ certification }) => certification?.testedAll ?? null),
    people('passedAllFirst', ({ certification }) => certification?.passedAllFirst ?? null),
    people('certified', ({ certification }) => certification?.certified ?? null),
    people('pending', ({ certification }) => certification?.pending ?? null),
  ]
}

/** The filters in use, each in words. */
async function filtersInWords(db: Reads, input: Filters & { language: Language }, t: Translate) {
  const { search, trackId, site, state, startsFrom, startsTo } = input
  const track =
    trackId === null
      ? undefined
      : await db
          .selectFrom('tracks')
          .select(['nameEn', 'nameEs'])
          .where('id', '=', trackId)
          .executeTakeFirst()
  const used: [key: string, value: string | null | undefined][] = [
    ['search', search.trim()],
    ['track', track && (input.language === 'es' ? track.nameEs : track.nameEn)],
    ['site', site],
    ['state', state && t(`words.cohortStates.${state}`)],
    ['startsFrom', startsFrom],
    ['startsTo', startsTo],
  ]
  return used.flatMap(([key, value]) => (value ? [t(`cohorts.filters.${key}`, { value })] : []))
}

/** The filtered list of cohorts with its counts as an .xlsx file. */
export async function exportCohorts(call: Call): Promise<FileTicket> {
  const { db, input, today, sight, progress } = call
  const t = translator(input.language)
  const asOf = input.asOf ?? today
  const cohorts: CohortSummary[] = []
  for (let total = 1; cohorts.length < total;) {
    const part = await listCohorts(db, { ...input, offset: cohorts.length, limit: batch }, asOf, sight)
    if (part.rows.length === 0) break
    cohorts.push(...part.rows)
    total = part.total
    await progress('readingRows', cohorts.length, total)
  }
  const columns = columnsFor(input.language, t)
  return exportList(call, {
    language: input.language,
    method: 'cohorts.export',
    content: 'cohorts',
    disclosure: input.disclosure,
    learnerIds: [],
    fileName: t('cohorts.fileName'),
    title: t('cohorts.title'),
    columns: columns.map(({ value: _, ...column }) => column),
    rows: cohorts.map((cohort) => columns.map(({ value }) => value(cohort))),
    filters: await filtersInWords(db, input, t),
  })
}
