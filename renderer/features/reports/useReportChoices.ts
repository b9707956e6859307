import { useState } from 'react'
import type { Audience, ReportFilters } from '../../../shared/contract/reports.ts'

/** What the reports are about, as chosen on the screen. */
export interface ReportChoices {
  /** Empty: every cohort that the other choices let through. */
  cohortIds: readonly number[]
  trackId: number | null
  startsFrom: string | null
  startsTo: string | null
  /** Null: today. */
  asOf: string | null
  audience: Audience
}

export const noChoices: ReportChoices = {
  cohortIds: [],
  trackId: null,
  startsFrom: null,
  startsTo: null,
  asOf: null,
  audience: 'identified',
}

/** The choices as the core takes them. */
export const filtersOf = ({ cohortIds, asOf, ...rest }: ReportChoices): ReportFilters => ({
  ...rest,
  cohortIds: cohortIds.length > 0 ? [...cohortIds] : null,
  ...(asOf === null ? {} : { asOf }),
})

export const isNarrowed = ({ cohortIds, trackId, startsFrom, startsTo }: ReportChoices): boolean =>
  cohortIds.length > 0 || trackId !== null || startsFrom !== null || startsTo !== null

/** Kept while the page is open: who looks at a learner behind a number comes back to the same report. */
let kept = noChoices

export function useReportChoices(): [ReportChoices, (choices: ReportChoices) => void] {
  const [choices, setChoices] = useState(kept)
  return [
    choices,
    (next) => {
      kept = next
      setChoices(next)
    },
  ]
}
