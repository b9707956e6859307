import { contract } from '../../shared/contract/index.ts'
import { command } from '../calls/useCase.ts'
import { invalidFields, refused } from '../failure.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import { requireSection } from '../sections/requireSection.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { outOfSight } from '../sight/outOfSight.ts'
import { lastService } from './lastService.ts'
import { newestAbsence } from './newestAbsence.ts'

export const contacts = {
  note: command(contract.contacts.note, async ({ input, db, caller, sight, today, now, audit }) => {
    const { learnerId, sectionId } = input
    await requireLearner(db, learnerId, sight)
    if (sectionId !== null) await requireSection(db, sectionId, sight)
    if (input.contactedOn > today) {
      throw invalidFields([{ path: 'contactedOn', code: 'contacts.inFuture', values: {} }])
    }
    const aboutOn =
      sectionId === null
        ? await lastService(db, learnerId, today)
        : await newestAbsence(db, learnerId, sectionId, today)
    if (aboutOn === null) throw refused(`contacts.nothingToNote.${input.occasion}`)
    const facts = { ...input, aboutOn }
    const recorded = { recordedAt: now, recordedBy: caller.id, recordedByName: caller.name }
    const { id } = await db
      .insertInto('contacts')
      .values({ ...facts, ...recorded })
      .returning('id')
      .executeTakeFirstOrThrow()
    audit({ subject: 'contact', subjectId: id, learnerId, after: facts })
    return { contactId: id }
  }),

  withdraw: command(contract.contacts.withdraw, async ({ input, db, sight, audit }) => {
    const before = await db
      .deleteFrom('contacts')
      .where('id', '=', input.contactId)
      .where(learnerInSight(sight, 'learnerId'))
      .returningAll()
      .executeTakeFirst()
    if (!before) throw outOfSight(sight, 'contact')
    audit({ subject: 'contact', subjectId: before.id, learnerId: before.learnerId, before })
    return {}
  }),
}
