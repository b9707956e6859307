import { foldPhone, nameSearchKey } from '../../shared/values/names.ts'
import type { ReportProgress } from '../calls/call.ts'
import { refreshCurrentLevels } from '../assessments/currentLevels.ts'
import { rulesInForceOn } from '../cohorts/rulesInForceOn.ts'
import type { Writer } from '../schema.ts'
import type { AssessmentBook } from './assessmentBook.ts'
import type { CohortBook } from './cohortBook.ts'
import { insertMany, insertStates } from './insertRecords.ts'
import type { PeopleBook, PersonState } from './people.ts'
import type { ImportPlan } from './planImport.ts'
import type { SectionBook } from './sections.ts'
import { writeAttendance, writeHours } from './writeAttendance.ts'

export interface Writing {
  readonly db: Writer
  readonly importId: number
  readonly now: string
  readonly accountId: number
  readonly progress: ReportProgress
}

async function writePeople({ db, importId, now, progress }: Writing, people: PeopleBook): Promise<void> {
  const changed = [...people.all].filter((person) => person.isChanged)
  const added = changed.filter(({ id }) => id === null)
  const updated = changed.filter(({ id }) => id !== null)
  const columns = ({ facts }: PersonState) => ({ ...facts, foldedName: nameSearchKey(facts), updatedAt: now })
  const rows = added.map((state) => ({ state, row: { ...columns(state), importId, createdAt: now } }))
  await insertStates(db, 'learners', rows, progress)
  for (const [index, person] of updated.entries()) {
    if (index % 250 === 0) await progress('writingRows', index, updated.length)
    await db.updateTable('learners').set(columns(person)).where('id', '=', person.id).execute()
  }
  const phones = [...people.all].flatMap(({ id, phones: all, newPhones }) =>
    newPhones.map((number, index) => ({
      learnerId: id!,
      position: all.length - newPhones.length + index,
      number,
      digits: foldPhone(number),
    })),
  )
  await insertMany(db, 'learnerPhones', phones, progress)
  const otherIds = [...people.all].flatMap(({ id, newOtherIds }) =>
    newOtherIds.map((studentId) => ({ studentId, learnerId: id!, importId })),
  )
  await insertMany(db, 'learnerOtherIds', otherIds, progress)
}

async function writeSections({ db, progress }: Writing, book: SectionBook): Promise<void> {
  const added = book.sections.filter(({ id }) => id === null)
  const completed = book.sections.filter(({ id, isChanged }) => id !== null && isChanged)
  for (const { id, facts } of completed) {
    await db.updateTable('sections').set(facts).where('id', '=', id).execute()
  }
  await insertStates(
    db,
    'sections',
    added.map((state) => ({ state, row: state.facts })),
    progress,
  )
  const seats = [...book.seats()].filter(({ isChanged }) => isChanged)
  for (const { id, facts } of seats) {
    if (id !== null) await db.updateTable('sectionMembers').set(facts).where('id', '=', id).execute()
  }
  const rows = seats
    .filter(({ id }) => id === null)
    .map((state) => ({
      state,
      row: { sectionId: state.section.id!, learnerId: state.person.id!, ...state.facts },
    }))
  await insertStates(db, 'sectionMembers', rows, progress)
}

async function writeTests(
  { db, importId, now, accountId, progress }: Writing,
  tests: AssessmentBook,
): Promise<void> {
  const changed = [...tests.changed()]
  for (const { id, facts } of changed) {
    if (id !== null) await db.updateTable('assessments').set(facts).where('id', '=', id).execute()
  }
  const rows = changed
    .filter(({ id }) => id === null)
    .map((state) => ({
      state,
      row: {
        ...state.identity,
        ...state.facts,
        learnerId: state.person.id!,
        sectionId: state.section?.id ?? null,
        importId,
        recordedAt: now,
        recordedBy: accountId,
      },
    }))
  await insertStates(db, 'assessments', rows, progress)
  await refreshCurrentLevels(
    db,
    changed.map(({ person }) => person.id!),
  )
}

async function writeCohorts({ db, importId, now, progress }: Writing, book: CohortBook): Promise<void> {
  for (const cohort of book.cohorts) {
    if (cohort.id !== null) continue
    const trackVersionId = await rulesInForceOn(db, cohort.facts.trackId, cohort.facts.startDate)
    const row = { ...cohort.facts, trackVersionId, importId, createdAt: now, updatedAt: now }
    await insertStates(db, 'cohorts', [{ state: cohort, row }], progress)
  }
  const members = book.members.filter(({ isChanged }) => isChanged)
  for (const { id, facts } of members) {
    if (id === null) continue
    await db
      .updateTable('cohortMembers')
      .set({ ...facts, updatedAt: now })
      .where('id', '=', id)
      .execute()
  }
  const added = members.filter(({ id }) => id === null)
  const rows = added.map((state) => ({
    state,
    row: {
      ...state.facts,
      cohortId: state.cohort.id!,
      learnerId: state.person.id!,
      importId,
      updatedAt: now,
    },
  }))
  await insertStates(db, 'cohortMembers', rows, progress)
  await writeAttempts({ db, importId, now, progress }, book)
}

async function writeAttempts(
  { db, importId, now, progress }: Omit<Writing, 'accountId'>,
  book: CohortBook,
): Promise<void> {
  const attempts = book.members.flatMap((member) => member.attempts.filter(({ isChanged }) => isChanged))
  for (const { id, facts } of attempts) {
    if (id === null) continue
    await db
      .updateTable('attempts')
      .set({ ...facts, recordedAt: now })
      .where('id', '=', id)
      .execute()
  }
  const rows = attempts
    .filter(({ id }) => id === null)
    .map((state) => ({
      state,
      row: { ...state.facts, cohortMemberId: state.member.id!, importId, recordedAt: now },
    }))
  await insertStates(db, 'attempts', rows, progress)
}

/** Writes the records of a plan; every state knows its record's number afterwards. */
export async function writePlan(writing: Writing, { kind, plan }: ImportPlan): Promise<void> {
  await writePeople(writing, plan.people)
  await writeSections(writing, plan.sections)
  if (kind === 'testSummary') await writeTests(writing, plan.tests)
  if (kind === 'attendance') await writeAttendance(writing, plan.attendance)
  if (kind === 'hours') await writeHours(writing, plan.hours)
  if (kind === 'cohortHistory') await writeCohorts(writing, plan.cohorts)
}
