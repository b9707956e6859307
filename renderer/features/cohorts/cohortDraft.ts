import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { CohortFacts } from '../../../shared/contract/cohortValues.ts'
import type { Track } from '../../../shared/contract/tracks.ts'

/** A cohort while it is being written down: what is not chosen yet is null. */
export type CohortDraft = Omit<CohortFacts, 'trackId' | 'startDate' | 'endDate'> & {
  trackId: number | null
  startDate: string | null
  endDate: string | null
}

export const emptyDraft: CohortDraft = {
  code: '',
  trackId: null,
  credentialId: null,
  site: '',
  term: null,
  startDate: null,
  endDate: null,
  seats: null,
  staff: [],
  deliveryFeatures: [],
}

/** What is on record, to be changed. */
export function draftOf(cohort: CohortDetails): CohortDraft {
  const { code, trackId, credential, site, term, startDate, endDate, seats, staff, deliveryFeatures } = cohort
  return {
    ...{ code, trackId, site, term, startDate, endDate, seats, staff, deliveryFeatures },
    credentialId: credential?.id ?? null,
  }
}

/** The draft on another track, with that track's own credential and seats. */
export function onTrack(draft: CohortDraft, track: Track): CohortDraft {
  const credential = track.credentials.find(({ active }) => active)
  return {
    ...draft,
    trackId: track.id,
    credentialId: credential?.id ?? null,
    seats: draft.seats ?? track.seats,
  }
}

const required = ['trackId', 'startDate', 'endDate'] as const

/** The fields that must be filled in before the core can look at the rest. */
export const missingIn = (draft: CohortDraft) => required.filter((name) => draft[name] === null)

/** The draft as the core takes it; null while something is missing. */
export function factsOf(draft: CohortDraft): CohortFacts | null {
  const { trackId, startDate, endDate } = draft
  if (trackId === null || startDate === null || endDate === null) return null
  return { ...draft, trackId, startDate, endDate }
}
