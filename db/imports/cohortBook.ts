import type { AttemptResult, LeavingReason, MemberOutcome } from '../../shared/values/vocabulary.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { foldForSearch } from '../../shared/values/names.ts'
import type { PersonState } from './people.ts'
import type { PlanDb } from './planning.ts'
import type { RecordState } from './recordChanges.ts'

export interface CohortColumns {
  code: string
  site: string
  startDate: IsoDate
  endDate: IsoDate
  trackId: number
  credentialId: number | null
}

export interface CohortState extends RecordState {
  facts: CohortColumns
  closedOn: IsoDate | null
  /** The row that brings it; null for a cohort on record. */
  addedByRow: number | null
}

export interface MemberColumns {
  entryLevel: number | null
  startedOn: IsoDate | null
  outcome: MemberOutcome
  outcomeOn: IsoDate | null
  reason: LeavingReason | null
  reasonNote: string | null
}

export interface MemberState extends RecordState {
  readonly cohort: CohortState
  readonly person: PersonState
  facts: MemberColumns
  readonly attempts: AttemptState[]
  addedByRow: number | null
}

export interface AttemptColumns {
  partKey: string
  number: number
  takenOn: IsoDate
  result: AttemptResult
  overrideReason: string | null
}

export interface AttemptState extends RecordState {
  readonly member: MemberState
  facts: AttemptColumns
}

/** The cohorts with members and attempts, while a file is planned. */
export class CohortBook {
  readonly cohorts: CohortState[] = []
  readonly members: MemberState[] = []
  readonly #byCode = new Map<string, CohortState>()
  readonly #byPerson = new Map<CohortState, Map<PersonState, MemberState>>()

  static async load(db: PlanDb, personOf: (learnerId: number) => PersonState | null): Promise<CohortBook> {
    const book = new CohortBook()
    const cohorts = await db
      .selectFrom('cohorts')
      .select(['id', 'code', 'site', 'startDate', 'endDate', 'trackId', 'credentialId', 'closedOn'])
      .execute()
    const byId = new Map<number, CohortState>()
    for (const { id, closedOn, ...facts } of cohorts) {
      const cohort = { id, isChanged: false, facts, closedOn, addedByRow: null }
      byId.set(id, cohort)
      book.addCohort(cohort)
    }
    const members = await db
      .selectFrom('cohortMembers')
      .select(['id', 'cohortId', 'learnerId', 'entryLevel', 'startedOn', 'outcome', 'outcomeOn'])
      .select(['reason', 'reasonNote'])
      .execute()
    const membersById = new Map<number, MemberState>()
    for (const { id, cohortId, learnerId, outcome, reason, ...rest } of members) {
      const cohort = byId.get(cohortId)
      const person = personOf(learnerId)
      if (!cohort || !person) continue
      const facts = { ...rest, outcome: outcome as MemberOutcome, reason: reason as LeavingReason | null }
      const member = { id, isChanged: false, cohort, person, facts, attempts: [], addedByRow: null }
      membersById.set(id, member)
      book.addMember(member)
    }
    const attempts = await db
      .selectFrom('attempts')
      .select(['id', 'cohortMemberId', 'partKey', 'number', 'takenOn', 'result', 'overrideReason'])
      .orderBy('number')
      .execute()
    for (const { id, cohortMemberId, result, ...rest } of attempts) {
      const member = membersById.get(cohortMemberId)
      const facts = { ...rest, result: result as AttemptResult }
      member?.attempts.push({ id, isChanged: false, member, facts })
    }
    return book
  }

  byCode(code: string): CohortState | null {
    return this.#byCode.get(foldForSearch(code)) ?? null
  }

  addCohort(cohort: CohortState): void {
    this.cohorts.push(cohort)
    this.#byCode.set(foldForSearch(cohort.facts.code), cohort)
  }

  member(cohort: CohortState, person: PersonState): MemberState | null {
    return this.#byPerson.get(cohort)?.get(person) ?? null
  }

  addMember(member: MemberState): void {
    this.members.push(member)
    const members = this.#byPerson.get(member.cohort) ?? new Map<PersonState, MemberState>()
    members.set(member.person, member)
    this.#byPerson.set(member.cohort, members)
  }
}
