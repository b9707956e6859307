import type { CredentialRules } from '../../shared/rules/certification.ts'
import { memberProblems } from '../../shared/rules/memberProblems.ts'
import { credentialOf } from '../tracks/trackRows.ts'
import { credentialRules } from '../../shared/rules/certification.ts'
import { translator } from '../texts/translator.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type { ExamPart } from './attemptFields.ts'
import { numbered } from './attemptNumbers.ts'
import { isNews } from './cohortNews.ts'
import {
  CohortBook,
  type AttemptColumns,
  type CohortState,
  type MemberColumns,
  type MemberState,
} from './cohortBook.ts'
import {
  readAttempts,
  readCohortFacts,
  readMember,
  type CohortInFile,
  type ReadAttempt,
} from './cohortRow.ts'
import { mergeAttempts, type MemberAndAttempts } from './mergeAttempts.ts'
import { findStudent } from './findStudent.ts'
import type { PersonState } from './people.ts'
import type { PlannedRow } from './plannedRow.ts'
import { loadBooks, planRows, type Plan, type PlanContext, type PlanDb } from './planning.ts'
import type { ReadRow } from './readRow.ts'
import { ChangeLog, firstValues, setFields, shown } from './recordChanges.ts'
import { takeMember } from './takeMember.ts'

export interface CohortsPlan extends Plan {
  readonly cohorts: CohortBook
}

/** A history may leave the day or the reason of an outcome open; everything else must hold. */
const allowedInHistories = new Set(['cohorts.outcomeDateMissing', 'cohorts.reasonMissing'])
const noMember: MemberColumns = {
  entryLevel: null,
  startedOn: null,
  outcome: 'stillIn',
  outcomeOn: null,
  reason: null,
  reasonNote: null,
}

async function readCredential(db: PlanDb, credentialId: number | null) {
  if (credentialId === null) return null
  const row = await db.selectFrom('credentials').selectAll().where('id', '=', credentialId).executeTakeFirst()
  return row ? credentialOf(row) : null
}

/** Plans a cohort history: one member a row, with outcome and attempts. */
export async function planCohorts(context: PlanContext, language: Language): Promise<CohortsPlan> {
  const { people, sections } = await loadBooks(context.db)
  const cohorts = await CohortBook.load(context.db, (id) => people.byKey(`learner:${id}`))
  const { trackId, credentialId } = context.settings
  const credential = await readCredential(context.db, credentialId)
  const planning = new CohortPlanning(context, cohorts, {
    trackId: trackId!,
    credentialId,
    parts: credential?.parts ?? [],
    rules: credential ? credentialRules(credential) : null,
    overrideReason: translator(language)('imports.fromFile'),
  })
  const rows = await planRows(context, (read, planned) => {
    const found = findStudent(read, planned, people, context.settings.unknownStudents)
    const inFile = readCohortFacts(read)
    const member = readMember(read)
    const attempts = readAttempts(read, planning.parts)
    planned.summary = inFile?.code ?? ''
    if (!found || !inFile || read.refusals.length > 0) return
    const existing = planning.checkCohort(inFile, read)
    if (read.refusals.length > 0) return
    const planRow = planning.prepare(
      { existing, inFile, person: found.person, member, attempts },
      read,
      planned,
    )
    if (read.refusals.length > 0) return
    found.settle(planning.log)
    planRow()
  })
  return { rows, changes: planning.log.changes, people, sections, cohorts }
}

interface Surroundings {
  readonly trackId: number
  readonly credentialId: number | null
  readonly parts: readonly ExamPart[]
  readonly rules: CredentialRules | null
  /** Why attempts past the limit are on record: they were in a file. */
  readonly overrideReason: string
}

interface CohortRow {
  existing: CohortState | null
  inFile: CohortInFile
  person: PersonState
  member: Partial<MemberColumns>
  attempts: readonly ReadAttempt[]
}

class CohortPlanning {
  readonly log = new ChangeLog()
  readonly #context: PlanContext
  readonly #cohorts: CohortBook
  readonly #around: Surroundings

  constructor(context: PlanContext, cohorts: CohortBook, around: Surroundings) {
    this.#context = context
    this.#cohorts = cohorts
    this.#around = around
  }

  get parts(): readonly ExamPart[] {
    return this.#around.parts
  }

  /** The cohort on record or of an earlier row, whose facts the row must not contradict. */
  checkCohort(inFile: CohortInFile, read: ReadRow): CohortState | null {
    const cohort = this.#cohorts.byCode(inFile.code)
    if (!cohort) return null
    const { facts } = cohort
    const differs = (['startDate', 'endDate', 'site'] as const).find(
      (field) => facts[field] !== inFile[field],
    )
    if (facts.trackId !== this.#around.trackId) read.refuse('cohortOfOtherTrack', 'cohort')
    else if (differs && cohort.addedByRow !== null) {
      read.refuse('cohortFactsDiffer', differs, { row: cohort.addedByRow })
    } else if (differs) read.leaveOut('cohortFactsKept', differs)
    return cohort
  }

  /** Checks what the row would make of the member; the function that is returned does it. */
  prepare(row: CohortRow, read: ReadRow, planned: PlannedRow): () => void {
    const known = row.existing ? this.#cohorts.member(row.existing, row.person) : null
    if (known?.addedByRow) {
      read.refuse('memberTwiceInFile', 'studentId', { row: known.addedByRow })
      return () => {}
    }
    const inFile = {
      facts: this.#mergedMember(known, row.member),
      attempts: numbered(row.attempts, known?.attempts ?? []),
    }
    const taken = known ? takeMember(known, inFile, planned, this.#context.conflicts) : inFile
    // What waits for a decision is checked as the file has it; once all is decided, as it was decided.
    const checked = planned.conflicts.some(({ choice }) => choice === null) ? inFile : taken
    const dates = row.existing?.facts ?? row.inFile
    const wrong = memberProblems(checked.facts, dates, this.#context.today).filter(
      ({ code }) => !allowedInHistories.has(code),
    )
    for (const { field, code, values } of wrong) read.refuse(code, read.has(field) ? field : null, values)
    const attempts = wrong.length > 0 ? [] : this.#mergedAttempts(known, checked, row, read)
    if (row.existing?.closedOn && isNews(known, checked.facts, attempts))
      read.refuse('cohortClosed', 'cohort')
    const isTaken = ({ partKey, number }: AttemptColumns) =>
      taken.attempts.some((one) => one.partKey === partKey && one.number === number)
    return () => this.#record({ row, known, facts: taken.facts, attempts: attempts.filter(isTaken) }, planned)
  }

  #mergedMember(known: MemberState | null, said: Partial<MemberColumns>): MemberColumns {
    const before = known?.facts ?? noMember
    const outcomeChanges = said.outcome !== undefined && said.outcome !== before.outcome
    // Another outcome makes the day and the reason of the earlier one untrue.
    const kept = outcomeChanges ? { ...before, outcomeOn: null, reason: null, reasonNote: null } : before
    return { ...kept, ...said }
  }

  #mergedAttempts(
    known: MemberState | null,
    checked: MemberAndAttempts,
    { inFile }: CohortRow,
    read: ReadRow,
  ) {
    const { rules, overrideReason } = this.#around
    const { today } = this.#context
    return mergeAttempts(known, checked, read, { rules, today, cohortEnds: inFile.endDate, overrideReason })
  }

  #cohortFor(row: CohortRow, rowNumber: number): CohortState {
    if (row.existing) return row.existing
    const { trackId, credentialId } = this.#around
    const facts = { ...row.inFile, trackId, credentialId }
    const cohort = { id: null, isChanged: true, facts, closedOn: null, addedByRow: rowNumber }
    this.#cohorts.addCohort(cohort)
    this.log.created(rowNumber, 'cohort', cohort, facts)
    return cohort
  }

  #record(
    {
      row,
      known,
      facts,
      attempts,
    }: {
      row: CohortRow
      known: MemberState | null
      facts: MemberColumns
      attempts: readonly AttemptColumns[]
    },
    planned: PlannedRow,
  ): void {
    const rowNumber = planned.number
    const cohort = this.#cohortFor(row, rowNumber)
    const isNew = known === null
    const member: MemberState = known ?? {
      ...{ id: null, isChanged: true, cohort, person: row.person },
      ...{ facts: { ...facts }, attempts: [], addedByRow: rowNumber },
    }
    const values = isNew ? firstValues(facts) : setFields(member, facts)
    planned.changes.push(...shown(values))
    if (isNew) {
      this.#cohorts.addMember(member)
      this.log.created(rowNumber, 'cohortMember', member, facts)
    } else {
      this.log.changed(rowNumber, 'cohortMember', member, values)
    }
    for (const attempt of attempts) this.#recordAttempt(member, attempt, planned)
    planned.state = isNew ? 'new' : planned.changes.length > 0 ? 'changed' : 'unchanged'
  }

  #recordAttempt(member: MemberState, facts: AttemptColumns, planned: PlannedRow): void {
    const known = member.attempts.find(
      ({ facts: own }) => own.partKey === facts.partKey && own.number === facts.number,
    )
    const { takenOn, result } = facts
    // A reason that somebody gave for a late attempt stays.
    const values = known ? setFields(known, { takenOn, result }) : firstValues(facts)
    if (values.length === 0) return
    const state = known ?? { id: null, isChanged: true, member, facts: { ...facts } }
    if (!known) member.attempts.push(state)
    if (known) this.log.changed(planned.number, 'attempt', known, values)
    else this.log.created(planned.number, 'attempt', state, facts)
    const field = `attempt.${facts.partKey}.${facts.number}`
    const before = values.filter(({ before: was }) => was !== null).map(({ before: was }) => String(was))
    planned.changes.push({
      field,
      before: before.length > 0 ? before.join(' · ') : null,
      after: `${takenOn} · ${result}`,
    })
  }
}
