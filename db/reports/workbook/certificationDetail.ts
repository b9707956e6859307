import type { AttemptRow } from '../../cohorts/memberRecords.ts'
import type { CandidateStanding } from '../../../shared/rules/certification.ts'
import { knownSittings, type Counted } from '../population.ts'
import { column, personColumns, statusWord } from './completionDetail.ts'
import { detailSheet, type Detail } from './detailSheet.ts'
import type { Keys } from './keys.ts'
import type { ReportWords } from './reportWords.ts'

/** Somebody who started in a cohort with a credential. */
export type Candidate = Counted & { readonly standing: CandidateStanding }

type Sitting = Candidate & { readonly sitting: AttemptRow; readonly isFirstTest: boolean }

/** The sitting that was the first test taken of its part: missed and awaited ones are passed over. */
function sittingsOf(candidate: Candidate, asOf: string): Sitting[] {
  const inOrder = knownSittings(asOf)(candidate).sort(
    (a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : 0) || a.sequence - b.sequence,
  )
  const tested = new Set<string>()
  return inOrder.map((sitting) => {
    const isTest = sitting.result === 'pass' || sitting.result === 'fail'
    const isFirstTest = isTest && !tested.has(sitting.part)
    if (isTest) tested.add(sitting.part)
    return { ...candidate, sitting, isFirstTest }
  })
}

/** One row per candidate; the last columns are what the formulas count by. */
export function candidatesDetail(candidates: readonly Candidate[], keys: Keys, words: ReportWords): Detail {
  const { t, local } = words
  const yesNo = (is: boolean) => t(is ? 'reports.marks.yes' : 'reports.marks.no')
  const flag = (id: string, width: number, is: (standing: CandidateStanding) => boolean) =>
    column<Candidate>(words, id, 'text', width, ({ standing }) => yesNo(is(standing)))
  return detailSheet<Candidate>(
    { name: t('reports.sheets.members'), tableName: 'Members' },
    [
      ...personColumns<Candidate>(words),
      column(words, 'credential', 'text', 20, ({ cohort }) => local(cohort.credential!.name)),
      column(words, 'status', 'text', 14, ({ status }) => statusWord(status, words)),
      flag('courseCompleted', 12, ({ completed }) => completed),
      flag('testedAll', 11, ({ parts }) => parts.every(({ firstTest }) => firstTest !== null)),
      flag('passedAllFirst', 13, ({ parts }) => parts.every(({ firstTest }) => firstTest?.passed === true)),
      flag('certified', 11, ({ certifiedOn }) => certifiedOn !== null),
      column(words, 'certifiedOn', 'date', 12, ({ standing }) => standing.certifiedOn),
      flag('pending', 11, ({ pending }) => pending),
      column(words, 'windowCloses', 'date', 12, ({ standing }) => standing.windowCloses),
      column(words, 'cohortNumber', 'number', 9, ({ cohort }) => keys.cohort(cohort.id)),
      column(words, 'siteNumber', 'number', 9, ({ cohort }) => keys.site(cohort.site)),
      column(words, 'credentialNumber', 'number', 11, ({ cohort }) => keys.credential(cohort.credential!.id)),
    ],
    candidates,
  )
}

/** One row per sitting known on the date. */
export function sittingsDetail(
  candidates: readonly Candidate[],
  asOf: string,
  keys: Keys,
  words: ReportWords,
): Detail {
  const { t, local } = words
  const sittings = candidates.flatMap((candidate) => sittingsOf(candidate, asOf))
  return detailSheet<Sitting>(
    { name: t('reports.sheets.attempts'), tableName: 'Attempts' },
    [
      ...personColumns<Sitting>(words),
      column(words, 'credential', 'text', 20, ({ cohort }) => local(cohort.credential!.name)),
      column(words, 'part', 'text', 20, ({ cohort, sitting }) => {
        const part = cohort.credential!.parts.find(({ key }) => key === sitting.part)
        return part ? local(part.name) : sitting.part
      }),
      column(words, 'attempt', 'number', 10, ({ sitting }) => sitting.sequence),
      column(words, 'takenOn', 'date', 12, ({ sitting }) => sitting.takenOn),
      column(words, 'result', 'text', 14, ({ sitting }) => t(`words.attemptResults.${sitting.result}`)),
      column(words, 'firstTest', 'text', 11, ({ isFirstTest }) =>
        t(isFirstTest ? 'reports.marks.yes' : 'reports.marks.no'),
      ),
      column(words, 'cohortNumber', 'number', 9, ({ cohort }) => keys.cohort(cohort.id)),
      column(words, 'siteNumber', 'number', 9, ({ cohort }) => keys.site(cohort.site)),
      column(words, 'partNumber', 'number', 9, ({ cohort, sitting }) =>
        keys.part(cohort.credential!.id, sitting.part),
      ),
    ],
    sittings,
  )
}
