import type { Disclosure } from '../../shared/contract/disclosure.ts'
import type { ResultFilter, ResultRow } from '../../shared/contract/screenings.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import { nextStepText, sentenceFor, type SentenceWords } from '../../shared/rules/screening/sentenceFor.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { LongWork, QueryCall } from '../calls/call.ts'
import { isoDateOfLocalDay } from '../localDay.ts'
import { translator, type Translate } from '../texts/translator.ts'
import { exportList, type ListColumn } from '../workbooks/exportList.ts'
import { listResults } from './results.ts'
import { readScreening } from './screeningRows.ts'

interface Input {
  screeningId: number
  filter: ResultFilter
  language: Language
  disclosure: Disclosure
}
type Call = QueryCall<Input> & LongWork

const batch = 500

interface ExportColumn extends ListColumn {
  value: (row: ResultRow) => string | number | null
}

function filtersInWords(
  filter: ResultFilter,
  requirements: readonly Requirement[],
  language: Language,
  t: Translate,
) {
  const words: string[] = []
  const say = (key: string, value: string | number) => words.push(t(`screening.filters.${key}`, { value }))
  if (filter.result !== undefined) say('result', t(`words.screeningResults.${filter.result}`))
  if (filter.heldBackBy !== undefined) {
    const asked = requirements.find(({ key }) => key === filter.heldBackBy)
    say('heldBackBy', asked?.message[language] ?? filter.heldBackBy)
  }
  if (filter.withinPoints !== undefined) say('withinPoints', filter.withinPoints)
  if (filter.withinReach !== undefined)
    words.push(t(filter.withinReach ? 'screening.filters.withinReach' : 'screening.filters.notWithinReach'))
  if (filter.decision === 'none') words.push(t('screening.filters.undecided'))
  else if (filter.decision !== undefined) say('decision', t(`words.decisions.${filter.decision}`))
  return words
}

function columnsFor(
  requirements: readonly Requirement[],
  words: SentenceWords,
  t: Translate,
): ExportColumn[] {
  const column = (
    key: string,
    width: number,
    value: ExportColumn['value'],
    kind: ListColumn['kind'] = 'text',
  ) => ({ heading: t(`screening.columns.${key}`), kind, width, value })
  return [
    column('studentId', 14, (row) => row.studentId),
    column('name', 28, (row) => row.learnerName),
    column('result', 18, (row) => t(`words.screeningResults.${row.result}`)),
    column('withinReach', 13, (row) => (row.withinReach ? t('screening.yes') : null)),
    ...requirements.map((requirement, index) => ({
      // Two requirements may read alike; headings must differ.
      heading: `${index + 1}. ${requirement.message[words.language]}`,
      kind: 'text' as const,
      width: 46,
      value: (row: ResultRow) => {
        const answer = row.answers[index]!
        return `${t(`words.answerStates.${answer.state}`)}: ${sentenceFor(answer, requirement, words)}`
      },
    })),
    column('nextSteps', 60, (row) =>
      row.nextSteps
        .filter(({ strength }) => strength === 'required')
        .map((step) => nextStepText(step, requirements, words.language))
        .join('\n'),
    ),
    column('decision', 14, ({ decision }) => decision && t(`words.decisions.${decision.decision}`)),
    column('reason', 30, ({ decision }) => decision && decision.reason),
    column('decidedBy', 20, ({ decision }) => decision && decision.decidedByName),
    column(
      'decidedOn',
      13,
      ({ decision }) => decision && isoDateOfLocalDay(new Date(decision.decidedAt)),
      'date',
    ),
  ]
}

/** The results that a filter shows, every answer and next step in words, as an .xlsx file. */
export async function exportResults(call: Call): Promise<FileTicket> {
  const { db, input, sight, progress } = call
  const { screeningId, filter, language } = input
  const t = translator(language)
  const screening = await readScreening(db, screeningId, sight)
  const { requirements } = screening
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const date = (day: string) => days.format(new Date(`${day}T00:00:00Z`))
  const columns = columnsFor(requirements, { language, t, date }, t)
  const rows: (string | number | null)[][] = []
  const learnerIds: number[] = []
  for (let total = 1; rows.length < total;) {
    const window = { screeningId, filter, order: 'preferred' as const, offset: rows.length, limit: batch }
    const found = await listResults(db, window, sight)
    total = found.total
    rows.push(...found.rows.map((row) => columns.map(({ value }) => value(row))))
    learnerIds.push(...found.rows.map(({ learnerId }) => learnerId))
    await progress('readingRows', rows.length, total)
  }
  return exportList(call, {
    language,
    method: 'screenings.exportResults',
    content: 'screeningResults',
    disclosure: input.disclosure,
    learnerIds,
    fileName: `${t('screening.fileName')}-${screening.trackCode}`,
    title: t('screening.title', { track: screening.trackName[language] }),
    columns: columns.map(({ value: _, ...column }) => column),
    rows,
    filters: [
      t('screening.about', {
        start: date(screening.startDate),
        asOf: date(screening.asOf),
        version: screening.version,
      }),
      ...filtersInWords(filter, requirements, language, t),
    ],
    search: filter.search ? t('screening.filters.search', { value: filter.search }) : null,
  })
}
