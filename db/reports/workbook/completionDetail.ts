import type { Counted } from '../population.ts'
import { detailSheet, type Detail, type DetailColumn } from './detailSheet.ts'
import { levelCell, type Keys } from './keys.ts'
import type { ReportWords } from './reportWords.ts'

/** Where somebody stands, in words. */
export const statusWord = (status: Counted['status'], { t }: ReportWords): string =>
  status === 'notYetStarted' ? t('words.memberStatuses.notYetStarted') : t(`words.memberOutcomes.${status}`)

/** Why somebody left, in words; a way of leaving without a reason says so. */
export const reasonWord = (reason: string | null, { t }: ReportWords): string =>
  reason === null ? t('reports.marks.notRecorded') : t(`words.leavingReasons.${reason}`)

const hasReason = ({ status }: Counted) => status === 'withdrew' || status === 'excluded'

/** A column of a detail sheet, named by its key in the texts. */
export function column<Row>(
  { t }: ReportWords,
  id: string,
  kind: DetailColumn<Row>['kind'],
  width: number,
  value: DetailColumn<Row>['value'],
): DetailColumn<Row> {
  return { id, heading: t(`reports.columns.${id}`), kind, width, value }
}

/** The columns that say who somebody is and where they belong. */
export function personColumns<Row extends Counted>(words: ReportWords): DetailColumn<Row>[] {
  const unknown = words.t('reports.marks.notKnown')
  return [
    column(words, 'cohort', 'text', 14, ({ cohort }) => cohort.code),
    column(words, 'site', 'text', 16, ({ cohort }) => cohort.site),
    column(words, 'studentId', 'text', 13, ({ member }) => member.studentId),
    column(words, 'familyName', 'text', 20, ({ member }) => member.familyName),
    column(words, 'givenName', 'text', 18, ({ member }) => member.givenName),
    column(words, 'level', 'number', 10, (one) => levelCell(one, unknown)),
  ]
}

/** One row per member of a cohort; the last columns are what the formulas count by. */
export function completionDetail(
  counted: readonly Counted[],
  asOf: string,
  keys: Keys,
  words: ReportWords,
): Detail {
  const { t } = words
  const known = (day: string | null) => (day !== null && day <= asOf ? day : null)
  const [cohort, site, ...person] = personColumns<Counted>(words)
  return detailSheet<Counted>(
    { name: t('reports.sheets.members'), tableName: 'Members' },
    [
      cohort!,
      column(words, 'track', 'text', 22, (one) => words.local(one.cohort.trackName)),
      site!,
      ...person,
      column(words, 'startedOn', 'date', 12, ({ member }) => known(member.startedOn)),
      column(words, 'status', 'text', 16, ({ status }) => statusWord(status, words)),
      column(words, 'outcomeOn', 'date', 12, ({ member }) => known(member.outcomeOn)),
      column(words, 'reason', 'text', 22, (one) =>
        hasReason(one) ? reasonWord(one.member.reason, words) : null,
      ),
      column(words, 'cohortNumber', 'number', 10, (one) => keys.cohort(one.cohort.id)),
      column(words, 'siteNumber', 'number', 10, (one) => keys.site(one.cohort.site)),
      column(words, 'trackNumber', 'number', 10, (one) => keys.track(one.cohort.trackId)),
    ],
    counted,
  )
}
