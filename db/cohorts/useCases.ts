import { contract } from '../../shared/contract/index.ts'
import type { CohortFacts } from '../../shared/contract/cohortValues.ts'
import { countCompletion, isFinal } from '../../shared/rules/completion.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { command, longQuery, query } from '../calls/useCase.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import type { Writer } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { addMembers } from './addMembers.ts'
import { changeMembers, recordedOf } from './changeMembers.ts'
import { checkFacts, checkFactsFitMembers, refuseClosed } from './checkCohort.ts'
import { detailsOf } from './cohortDetails.ts'
import { readCohort, type CohortRecord, type Reads } from './cohortRecords.ts'
import { compareCohorts } from './compareCohorts.ts'
import { exportCohorts } from './exportCohorts.ts'
import { exportMembers } from './exportMembers.ts'
import { listCohorts } from './listCohorts.ts'
import { readMembers, refuseErased, type MemberRow } from './memberRecords.ts'
import { rulesInForceOn } from './rulesInForceOn.ts'

async function cohortWithMembers(
  db: Reads,
  id: number,
  sight: Sight,
): Promise<{ cohort: CohortRecord; members: MemberRow[] }> {
  const cohort = await readCohort(db, id, sight)
  return { cohort, members: (await readMembers(db, [id], sight)).get(id) ?? [] }
}

/** The facts as the table keeps them. */
async function columnsOf(db: Reads, facts: CohortFacts) {
  const { code, trackId, credentialId, site, term, startDate, endDate, seats } = facts
  return {
    ...{ code, trackId, credentialId, site, term, startDate, endDate, seats },
    trackVersionId: await rulesInForceOn(db, trackId, startDate),
    staff: JSON.stringify(facts.staff),
    deliveryFeatures: JSON.stringify(facts.deliveryFeatures),
  }
}

async function setCohort(
  db: Writer,
  id: number,
  now: string,
  columns: { closedOn?: IsoDate | null; lessons?: string },
): Promise<void> {
  await db
    .updateTable('cohorts')
    .set({ ...columns, updatedAt: now })
    .where('id', '=', id)
    .execute()
}

const factsOf = ({ credential, ...cohort }: CohortRecord) => ({
  ...cohort,
  credentialId: credential?.id ?? null,
})

export const cohorts = {
  list: query(contract.cohorts.list, async ({ input, db, today, sight }) =>
    listCohorts(db, input, input.asOf ?? today, sight),
  ),

  export: longQuery(contract.cohorts.export, exportCohorts),

  exportMembers: longQuery(contract.cohorts.exportMembers, exportMembers),

  get: query(contract.cohorts.get, async ({ input, db, today, sight }) => {
    const { cohort, members } = await cohortWithMembers(db, input.cohortId, sight)
    return detailsOf(db, cohort, members, input.asOf ?? today, sight)
  }),

  compare: query(contract.cohorts.compare, async ({ input, db, today, sight }) =>
    compareCohorts(db, input.cohortIds, input.asOf ?? today, sight),
  ),

  create: command(contract.cohorts.create, async ({ input, db, sight, today, now, audit }) => {
    const { memberLearnerIds, screeningId, ...facts } = input
    await checkFacts(db, facts, null, today)
    const { id } = await db
      .insertInto('cohorts')
      .values({ ...(await columnsOf(db, facts)), createdAt: now, updatedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    audit({ subject: 'cohort', subjectId: id, after: facts })
    if (memberLearnerIds.length > 0) {
      const cohort = await readCohort(db, id, sight)
      const wanted = { cohort, members: [], learnerIds: memberLearnerIds, screeningId }
      await addMembers(db, wanted, { sight, today, now, audit })
    }
    return { cohortId: id }
  }),

  change: command(contract.cohorts.change, async ({ input, db, sight, today, now, audit }) => {
    const { cohortId, ...facts } = input
    const { cohort, members } = await cohortWithMembers(db, cohortId, sight)
    refuseClosed(cohort)
    await checkFacts(db, facts, cohortId, today)
    checkFactsFitMembers(cohort, facts, members, today)
    await db
      .updateTable('cohorts')
      .set({ ...(await columnsOf(db, facts)), updatedAt: now })
      .where('id', '=', cohortId)
      .execute()
    audit({ subject: 'cohort', subjectId: cohortId, before: factsOf(cohort), after: facts })
    return {}
  }),

  remove: command(contract.cohorts.remove, async ({ input, db, sight, audit }) => {
    const { cohort, members } = await cohortWithMembers(db, input.cohortId, sight)
    if (members.length > 0) throw refused('cohorts.hasMembers', { count: members.length })
    await db.deleteFrom('cohorts').where('id', '=', cohort.id).execute()
    audit({ subject: 'cohort', subjectId: cohort.id, before: factsOf(cohort) })
    return {}
  }),

  close: command(contract.cohorts.close, async ({ input, db, sight, today, now, audit }) => {
    const { cohort, members } = await cohortWithMembers(db, input.cohortId, sight)
    refuseClosed(cohort)
    if (input.closedOn > today) {
      throw invalidFields([{ path: 'closedOn', code: 'cohorts.closedInFuture', values: {} }])
    }
    const counts = countCompletion(members, input.closedOn)
    if (!isFinal(counts)) {
      throw refused('cohorts.notFinal', { count: counts.stillIn + counts.notYetStarted })
    }
    const { closedOn, lessons } = input
    await setCohort(db, cohort.id, now, { closedOn, lessons: JSON.stringify(lessons) })
    audit({
      subject: 'cohort',
      subjectId: cohort.id,
      before: { closedOn: null },
      after: { closedOn, lessons },
    })
    return {}
  }),

  reopen: command(contract.cohorts.reopen, async ({ input, db, sight, now, audit }) => {
    const cohort = await readCohort(db, input.cohortId, sight)
    if (cohort.closedOn === null) throw refused('cohorts.notClosed')
    await setCohort(db, cohort.id, now, { closedOn: null })
    const before = { closedOn: cohort.closedOn }
    audit({
      subject: 'cohort',
      subjectId: cohort.id,
      before,
      after: { closedOn: null, reason: input.reason },
    })
    return {}
  }),

  writeLessons: command(contract.cohorts.writeLessons, async ({ input, db, sight, now, audit }) => {
    const cohort = await readCohort(db, input.cohortId, sight)
    await setCohort(db, cohort.id, now, { lessons: JSON.stringify(input.lessons) })
    audit({
      subject: 'cohort',
      subjectId: cohort.id,
      before: { lessons: cohort.lessons },
      after: { lessons: input.lessons },
    })
    return {}
  }),

  addMembers: command(contract.cohorts.addMembers, async ({ input, db, sight, today, now, audit }) => {
    const { cohort, members } = await cohortWithMembers(db, input.cohortId, sight)
    refuseClosed(cohort)
    return addMembers(db, { cohort, members, ...input }, { sight, today, now, audit })
  }),

  removeMember: command(contract.cohorts.removeMember, async ({ input, db, sight, today, audit }) => {
    const row = await db
      .selectFrom('cohortMembers')
      .select('cohortId')
      .where('id', '=', input.memberId)
      .executeTakeFirst()
    if (!row) throw notFound('member')
    const { cohort, members } = await cohortWithMembers(db, row.cohortId, sight)
    refuseClosed(cohort)
    const member = members.find(({ memberId }) => memberId === input.memberId)!
    refuseErased(member)
    if (member.attempts.length > 0) throw refused('cohorts.memberHasAttempts')
    const begun = member.startedOn !== null || today >= cohort.startDate
    if (begun && input.reason === null) {
      throw invalidFields([{ path: 'reason', code: 'cohorts.removalReasonMissing', values: {} }])
    }
    await db.deleteFrom('cohortMembers').where('id', '=', input.memberId).execute()
    audit({
      subject: 'cohortMember',
      subjectId: input.memberId,
      learnerId: member.learnerId,
      before: { cohortId: cohort.id, learnerId: member.learnerId, ...recordedOf(member) },
      after: { removed: true, reason: input.reason },
    })
    return {}
  }),

  changeMembers: command(contract.cohorts.changeMembers, async ({ input, db, sight, today, now, audit }) => {
    const { cohort, members } = await cohortWithMembers(db, input.cohortId, sight)
    refuseClosed(cohort)
    await changeMembers(db, cohort, members, input.members, { today, now, audit })
    return {}
  }),
}
