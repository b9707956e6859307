import { contract } from '../../shared/contract/index.ts'
import { displayName } from '../../shared/values/names.ts'
import { command, query } from '../calls/useCase.ts'
import { notFound, refused } from '../failure.ts'
import { requireLearners } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { joinLine, moveInLine, placesInLine, waitingEntries } from './line.ts'

async function waitingEntry(db: Pick<Reader, 'selectFrom'>, id: number) {
  const entry = await db
    .selectFrom('waitlistEntries')
    .selectAll()
    .where('id', '=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (!entry) throw notFound('waitlistEntry')
  return entry
}

export const waitlist = {
  list: query(contract.waitlist.list, async ({ input, db, sight }) => {
    const seen = placesInLine(db, input.trackId).where(learnerInSight(sight, 'line.learnerId'))
    const { total } = await seen
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await seen
      .innerJoin('waitlistEntries', 'waitlistEntries.id', 'line.id')
      .innerJoin('learners', 'learners.id', 'line.learnerId')
      .select([
        'line.id',
        'line.learnerId',
        'line.place as position',
        'learners.familyName',
        'learners.givenName',
        'learners.preferredName',
        'learners.studentId',
        'waitlistEntries.screeningId',
        'waitlistEntries.addedOn',
        'waitlistEntries.lookAgainOn',
        'waitlistEntries.note',
      ])
      .orderBy('line.place')
      .offset(input.offset)
      .limit(input.limit)
      .execute()
    return {
      total,
      rows: rows.map(({ familyName, givenName, preferredName, ...row }) => ({
        ...row,
        learnerName: displayName({ familyName, givenName, preferredName }),
      })),
    }
  }),

  add: command(contract.waitlist.add, async ({ input, db, today, sight, audit }) => {
    const { trackId, lookAgainOn } = input
    const track = await db.selectFrom('tracks').select('id').where('id', '=', trackId).executeTakeFirst()
    if (!track) throw notFound('track')
    const learnerIds = [...new Set(input.learnerIds)]
    await requireLearners(db, learnerIds, sight)
    const added = await joinLine(db, {
      trackId,
      screeningId: null,
      addedOn: today,
      lookAgainOn,
      learners: learnerIds.map((learnerId) => ({ learnerId, byDecision: null })),
    })
    for (const learnerId of added)
      audit({ subject: 'learner', subjectId: learnerId, after: { trackId, lookAgainOn } })
    return { added: added.length }
  }),

  move: command(contract.waitlist.move, async ({ input, db, audit }) => {
    const entry = await waitingEntry(db, input.id)
    const { from, to } = await moveInLine(db, entry.trackId, entry.id, input.position)
    const subject = { subject: 'learner', subjectId: entry.learnerId } as const
    const { trackId } = entry
    audit({
      ...subject,
      before: { trackId, waitlistPlace: from },
      after: { trackId, waitlistPlace: to },
    })
    return {}
  }),

  change: command(contract.waitlist.change, async ({ input, db, audit }) => {
    const { lookAgainOn, note, learnerId } = await waitingEntry(db, input.id)
    const after = { lookAgainOn: input.lookAgainOn, note: input.note }
    await db.updateTable('waitlistEntries').set(after).where('id', '=', input.id).execute()
    audit({ subject: 'learner', subjectId: learnerId, before: { lookAgainOn, note }, after })
    return {}
  }),

  remove: command(contract.waitlist.remove, async ({ input, db, today, audit }) => {
    const { learnerId, trackId } = await waitingEntry(db, input.id)
    const removed = { removedOn: today, removedReason: input.reason }
    await db.updateTable('waitlistEntries').set(removed).where('id', '=', input.id).execute()
    audit({ subject: 'learner', subjectId: learnerId, after: { trackId, ...removed } })
    return {}
  }),

  restore: command(contract.waitlist.restore, async ({ input, db, audit }) => {
    const entry = await db
      .selectFrom('waitlistEntries')
      .selectAll()
      .where('id', '=', input.id)
      .where('removedOn', 'is not', null)
      .executeTakeFirst()
    if (!entry) throw notFound('waitlistEntry')
    const again = await waitingEntries(db, entry.trackId)
      .select('id')
      .where('learnerId', '=', entry.learnerId)
      .executeTakeFirst()
    if (again) throw refused('screening.waitsAlready')
    await db
      .updateTable('waitlistEntries')
      .set({ removedOn: null, removedReason: null, removedByDecisionId: null })
      .where('id', '=', input.id)
      .execute()
    const { removedOn, trackId } = entry
    audit({
      subject: 'learner',
      subjectId: entry.learnerId,
      before: { trackId, removedOn },
      after: { trackId, removedOn: null },
    })
    return {}
  }),
}
