import type { TFunction } from 'i18next'
import type {
  CertificationNumber,
  CompletionLine,
  CompletionReport,
  ReportFilters,
} from '../../../shared/contract/reports.ts'
import type { AttemptResult } from '../../../shared/values/vocabulary.ts'
import type { NumberAsked, NumberToOpen } from './numberToOpen.ts'

/** A number of cohorts to open; how it is written is known where it is shown. */
export type CohortNumber = Omit<NumberToOpen, 'text'>

/** A line of a report and its name. */
export interface NamedLine {
  kind: CompletionLine['kind']
  key: string
  of: string
}

/** The members of one cohort, or its seats left. */
export const seatNumber = (
  number: 'members' | 'seatsLeft',
  cohort: { id: number; code: string; title: string },
): CohortNumber => ({
  title: cohort.title,
  of: cohort.code,
  definition: number === 'members' ? 'cohortMembers' : number,
  asked: { explain: 'cohort', input: { cohortId: cohort.id, number } },
})

/** Everybody in the cohorts that the filters let through. */
export const everybody = (of: string): NamedLine => ({ kind: 'total', key: '', of })

/** The filters that let through some cohorts and nothing else, as of a day. */
export const onlyCohorts = (cohortIds: number[], asOf: string): ReportFilters => ({
  ...{ cohortIds, trackId: null, startsFrom: null, startsTo: null, asOf, audience: 'identified' },
})

type Asked<Name extends NumberAsked['explain']> = Extract<NumberAsked, { explain: Name }>['input']
type CompletionCount = 'enrolled' | 'completed' | 'withdrew' | 'excluded' | 'stillIn' | 'didNotStart'
type CompletionNumber = CompletionCount | 'notYetStarted' | 'completionRate' | 'finishedRate'
type Leaving = NonNullable<CompletionReport['leavings']>[number]

/** The completion numbers of the cohorts that filters let through. */
export function completionNumbers(t: TFunction<'reports'>, filters: ReportFilters) {
  const ask = (line: NamedLine, rest: Pick<Asked<'completion'>, 'number' | 'leaving'>): NumberAsked | null =>
    filters.audience === 'outside'
      ? null
      : { explain: 'completion', input: { filters, line: { kind: line.kind, key: line.key }, ...rest } }
  return {
    of: (line: NamedLine, number: CompletionNumber): CohortNumber => ({
      title: t(`core:reports.columns.${number}`),
      of: line.of,
      definition: number,
      asked: ask(line, { number }),
    }),
    /** How many left in one way for one reason, or their share of all who left this way. */
    ofLeaving: (line: NamedLine, { status, reason }: Leaving, isShare: boolean): CohortNumber => ({
      title: [
        t(`core:words.memberOutcomes.${status}`),
        reason === null ? t('core:reports.marks.notRecorded') : t(`core:words.leavingReasons.${reason}`),
      ].join(': '),
      of: line.of,
      definition: isShare ? 'leavingShare' : status,
      asked: ask(line, {
        number: isShare ? 'leavingShare' : status,
        leaving: { status, reason: reason ?? 'none' },
      }),
    }),
  }
}

type CertificationCount = Extract<CertificationNumber, 'completers' | 'certified' | 'pending'>
type CertificationRate = 'firstTime' | 'certifiedOfTested' | 'certifiedOfCompleters'

/** The certification numbers of one credential, of the cohorts that filters let through; null: of the one they share. */
export function certificationNumbers(
  t: TFunction<'reports'>,
  filters: ReportFilters,
  credentialId: number | null,
) {
  const ask = (
    { kind, key }: NamedLine,
    rest: Pick<Asked<'certification'>, 'number' | 'part' | 'attempt' | 'result'>,
  ): NumberAsked | null =>
    filters.audience === 'outside'
      ? null
      : { explain: 'certification', input: { filters, credentialId, line: { kind, key }, ...rest } }
  return {
    of: (line: NamedLine, number: CertificationCount | CertificationRate): CohortNumber => ({
      title: t(`core:reports.columns.${number}`),
      of: line.of,
      definition: number,
      asked: ask(line, { number }),
    }),
    /** The first-time pass rate of one part. */
    ofPart: (line: NamedLine, part: string, partName: string): CohortNumber => ({
      title: `${t('core:reports.columns.firstTimePart')}: ${partName}`,
      of: line.of,
      definition: 'firstTimePart',
      asked: ask(line, { number: 'firstTimePart', part }),
    }),
    /** Sittings of one part with one number, by their result; null: the share that passed. */
    ofAttempt: (
      line: NamedLine,
      { part, partName, attempt }: { part: string; partName: string; attempt: number },
      result: AttemptResult | null,
    ): CohortNumber => ({
      title: t('reports:attemptResult', {
        part: partName,
        number: attempt,
        result: t(`core:reports.columns.${result ?? 'passRateOfAttempt'}`),
      }),
      of: line.of,
      definition: result === null ? 'attemptRate' : 'attempt',
      asked:
        result === null
          ? ask(line, { number: 'attemptRate', part, attempt })
          : ask(line, { number: 'sat', part, attempt, result }),
    }),
  }
}
export type CompletionNumbers = ReturnType<typeof completionNumbers>
export type CertificationNumbers = ReturnType<typeof certificationNumbers>
