import type { ReportScope } from '../../../shared/contract/reports.ts'
import type { FactsSheet, LabelledText, TableSheet } from '../../workbooks/workbookContent.ts'
import type { ReportWords } from './reportWords.ts'

/** The filters of a report, each in words. */
export function filtersInWords(
  scope: ReportScope,
  chosen: { readonly cohorts: boolean },
  { t, day, local }: ReportWords,
): string[] {
  const { trackName, cohortCodes, startsFrom, startsTo } = scope
  return [
    ...(trackName === null ? [] : [t('reports.filters.track', { name: local(trackName) })]),
    ...(chosen.cohorts
      ? [t('reports.filters.cohorts', { count: cohortCodes.length, codes: cohortCodes.join(', ') })]
      : []),
    ...(startsFrom === null ? [] : [t('reports.filters.from', { day: day(startsFrom) })]),
    ...(startsTo === null ? [] : [t('reports.filters.to', { day: day(startsTo) })]),
  ]
}

/** What a report is about, for the head of its summary. */
export function headFacts(
  { asOf, audience, people }: ReportScope,
  program: string,
  filters: readonly string[],
  { t, day }: ReportWords,
): LabelledText[] {
  const said = filters.length > 0 ? filters.join('; ') : t('reports.filters.none')
  return [
    { label: t('reports.facts.program'), value: program },
    { label: t('reports.facts.asOf'), value: day(asOf) },
    { label: t('reports.facts.audience'), value: t(`reports.audiences.${audience}`) },
    { label: t('reports.facts.filters'), value: said.length > 90 ? `${said.slice(0, 89)}…` : said },
    {
      label: t('reports.facts.people'),
      value: people === null ? t('reports.marks.hidden') : String(people),
    },
  ]
}

/** The words of the definitions that a report uses, as a table. */
export function definitionsSheet(names: readonly string[], { t }: ReportWords): TableSheet {
  const rows = names.map((name) => [
    t(`reports.definitions.${name}.term`),
    t(`reports.definitions.${name}.text`),
  ])
  return {
    kind: 'table',
    name: t('reports.sheets.definitions'),
    tableName: 'Definitions',
    columns: [
      { heading: t('reports.columns.measure'), kind: 'text', width: 34, wraps: true },
      { heading: t('reports.columns.meaning'), kind: 'text', width: 90, wraps: true },
    ],
    rows,
  }
}

/** Everything about how the workbook came to be. */
export const aboutSheet = ({ t }: ReportWords, facts: readonly LabelledText[]): FactsSheet => ({
  kind: 'facts',
  name: t('workbooks.about'),
  facts: [...facts, { label: t('workbooks.care'), value: t('workbooks.careText') }],
})
