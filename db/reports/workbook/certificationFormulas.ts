import type { CertificationLine, CredentialReport } from '../../../shared/contract/reports.ts'
import { textCriterion, type Detail } from './detailSheet.ts'
import { lineCriteria, type Keys } from './keys.ts'
import type { ReportCells } from './reportCells.ts'
import type { ReportWords } from './reportWords.ts'

/** What the tables of a certification workbook are made with. */
export interface CertificationTables {
  readonly words: ReportWords
  readonly cells: ReportCells
  readonly keys: Keys
  /** Null for outside use: nobody is named there, and nothing is counted there. */
  readonly detail: { readonly candidates: Detail; readonly sittings: Detail } | null
}

/** A line of one credential. */
export interface CredentialLine extends CertificationLine {
  readonly report: CredentialReport
}

type Line = Pick<CertificationLine, 'kind' | 'key'> & Pick<CredentialLine, 'report'>

export const candidateFlags = [
  'courseCompleted',
  'testedAll',
  'passedAllFirst',
  'certified',
  'pending',
] as const
type Flag = (typeof candidateFlags)[number]

/** The formula that counts a line's candidates with all of these marks. */
export function candidatesFormula(tables: CertificationTables, line: Line, ...flags: Flag[]): string {
  const { detail, keys, words } = tables
  if (detail === null) return ''
  const yes = textCriterion(words.t('reports.marks.yes'))
  return detail.candidates.countWhere({
    credentialNumber: keys.credential(line.report.credential.id) ?? 0,
    ...lineCriteria(line, keys, textCriterion(words.t('reports.marks.notKnown'))),
    ...Object.fromEntries(flags.map((flag) => [flag, yes])),
  })
}

/** The formula that counts a line's sittings of a part with these criteria. */
export function sittingsFormula(
  tables: CertificationTables,
  line: Line,
  part: string,
  criteria: Readonly<Record<string, string | number>>,
): string {
  const { detail, keys, words } = tables
  if (detail === null) return ''
  return detail.sittings.countWhere({
    partNumber: keys.part(line.report.credential.id, part),
    ...lineCriteria(line, keys, textCriterion(words.t('reports.marks.notKnown'))),
    ...criteria,
  })
}

/** Learners who took a part, or whose first test of it was a pass: each has one first test. */
export function firstTestsFormula(
  tables: CertificationTables,
  line: Line,
  part: string,
  passed: boolean,
): string {
  const { t } = tables.words
  return sittingsFormula(tables, line, part, {
    firstTest: textCriterion(t('reports.marks.yes')),
    ...(passed ? { result: textCriterion(t('words.attemptResults.pass')) } : {}),
  })
}

/** The name of a credential's part. */
export const partName = ({ credential }: CredentialReport, key: string, { local }: ReportWords): string => {
  const part = credential.parts.find((one) => one.key === key)
  return part ? local(part.name) : key
}
