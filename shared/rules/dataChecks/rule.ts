import type { IsoDate } from '../../values/dates.ts'
import type { CheckFactName, CheckFacts } from './facts.ts'

/** Something is not recorded; two records cannot both be right; or it is possible, and rare enough to look at. */
export const checkSeverities = ['contradictory', 'missing', 'odd'] as const
export type CheckSeverity = (typeof checkSeverities)[number]

/** The record that a finding is about. */
export const checkSubjects = ['learner', 'assessment', 'cohortMember', 'attempt', 'section'] as const
export type CheckSubject = (typeof checkSubjects)[number]

/** Where a person puts it right: a learner's page, a class, its attendance, or a cohort. */
export const checkPlaces = ['learner', 'class', 'attendance', 'cohort'] as const
export type CheckPlace = (typeof checkPlaces)[number]

/**
 * What a rule found. `details` are the values it rests on, by the names that its sentence uses: a finding that was
 * accepted is open again as soon as one of them changes.
 */
export interface Finding {
  readonly subject: CheckSubject
  readonly subjectId: number
  /** Null for what belongs to no single learner. */
  readonly learnerId: number | null
  readonly place: { readonly screen: CheckPlace; readonly id: number }
  readonly details: Readonly<Record<string, string | number>>
}

/** A rule of the data check: which facts it reads, and what it finds in them as of a day. */
export interface DataCheckRule {
  readonly severity: CheckSeverity
  readonly reads: readonly CheckFactName[]
  find(facts: CheckFacts, today: IsoDate): readonly Finding[]
}

/** A rule that is given what it reads and nothing else. */
export const rule = <Name extends CheckFactName>(
  severity: CheckSeverity,
  reads: readonly Name[],
  find: (facts: Pick<CheckFacts, Name>, today: IsoDate) => readonly Finding[],
): DataCheckRule => ({ severity, reads, find })

/** A finding that is put right on the learner's own page. */
export const onLearner = (
  subject: CheckSubject,
  { id, learnerId }: { readonly id: number; readonly learnerId: number },
  details: Finding['details'],
): Finding => ({ subject, subjectId: id, learnerId, place: { screen: 'learner', id: learnerId }, details })

/** A finding that is put right in the cohort. */
export const onCohort = (
  subject: CheckSubject,
  { id, learnerId, cohortId }: { readonly id: number; readonly learnerId: number; readonly cohortId: number },
  details: Finding['details'],
): Finding => ({ subject, subjectId: id, learnerId, place: { screen: 'cohort', id: cohortId }, details })
