import type { ReportExport, ReportScope } from '../../shared/contract/reports.ts'
import type { FileTicket } from '../../shared/contract/values.ts'
import { translator } from '../texts/translator.ts'
import { disclosureFacts, exportFacts, holdWorkbook, type ExportCall } from '../workbooks/holdWorkbook.ts'
import { certificationReport } from './certificationReport.ts'
import { completionReport } from './completionReport.ts'
import { reportPopulation, type Population } from './population.ts'
import { certificationWorkbook } from './workbook/certificationWorkbook.ts'
import { completionWorkbook } from './workbook/completionWorkbook.ts'
import { aboutSheet, filtersInWords, headFacts } from './workbook/reportHead.ts'
import { reportWords } from './workbook/reportWords.ts'
import type { ReportParts, ReportWorkbook } from './workbook/reportWorkbook.ts'

type Call = ExportCall & { input: ReportExport }

/** The report as it may be shown to its readers, and its sheets. */
type Made = (population: Population) => Promise<{
  scope: ReportScope
  sheets: (parts: ReportParts) => ReportWorkbook
}>

/** Counts, writes the workbook beside the core's thread, and records who took it out, for whom and why. */
async function exportReport(
  call: Call,
  report: 'completion' | 'certification',
  make: Made,
): Promise<FileTicket> {
  const { input, db, today, now, caller, sight, progress } = call
  const { filters, language, disclosure } = input
  const t = translator(language)
  const words = reportWords(language, t)
  const population = await reportPopulation(db, filters, today, sight, (done, total) =>
    progress('readingCohorts', done, total),
  )
  const { scope, sheets } = await make(population)
  const program = await db.selectFrom('program').select('name').executeTakeFirstOrThrow()
  const title = t(`reports.${report}Title`)
  const filtersSaid = filtersInWords(scope, { cohorts: filters.cohortIds !== null }, words)
  const facts = headFacts(scope, program.name, filtersSaid, words)
  const written = sheets({ words, head: { title, facts } })
  await progress('writingWorkbook', 0, null)
  const about = aboutSheet(words, [
    { label: t('workbooks.content'), value: title },
    ...facts.map((fact) =>
      fact.label === t('reports.facts.filters') && filtersSaid.length > 0
        ? { ...fact, value: filtersSaid.join('\n') }
        : fact,
    ),
    { label: t('reports.facts.exportedOn'), value: words.day(today) },
    ...disclosureFacts(disclosure, t),
    ...exportFacts(call, t),
  ])
  const fileName = [
    t(`reports.${report}File`),
    ...(scope.audience === 'outside' ? [t('reports.outsideFile')] : []),
  ].join('-')
  return holdWorkbook(
    call,
    {
      language,
      title: `${title} · ${program.name}`,
      author: caller.name,
      program: program.name,
      createdAt: now,
      pageHeader: t('reports.pageHeader', { program: program.name, title, asOf: words.day(scope.asOf) }),
      sheets: [written.summary, ...written.sheets, about],
    },
    {
      method: report === 'completion' ? 'reports.exportCompletion' : 'reports.exportCertification',
      fileName,
      content: report === 'completion' ? 'completionReport' : 'certificationReport',
      disclosure,
      filters: [t(`reports.audiences.${scope.audience}`), words.day(scope.asOf), ...filtersSaid],
      rowCount: population.counted.length,
      // For outside use nobody is named, and small counts are hidden.
      learnerIds:
        scope.audience === 'outside' ? [] : population.counted.map(({ member }) => member.learnerId),
    },
  )
}

export const exportCompletion = (call: Call): Promise<FileTicket> =>
  exportReport(call, 'completion', async (population) => {
    const report = await completionReport(call.db, population)
    return { scope: report.scope, sheets: (parts) => completionWorkbook(report, population, parts) }
  })

export const exportCertification = (call: Call): Promise<FileTicket> =>
  exportReport(call, 'certification', async (population) => {
    const report = await certificationReport(call.db, population)
    return { scope: report.scope, sheets: (parts) => certificationWorkbook(report, population, parts) }
  })
