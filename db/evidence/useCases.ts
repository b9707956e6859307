import { contract } from '../../shared/contract/index.ts'
import { command, query } from '../calls/useCase.ts'
import { invalidFields, notFound } from '../failure.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import { askedEvidence } from './askedEvidence.ts'

export const evidence = {
  asked: query(contract.evidence.asked, ({ db }) => askedEvidence(db)),

  record: command(contract.evidence.record, async ({ input, db, caller, sight, today, now, audit }) => {
    const { learnerId, facts } = input
    await requireLearner(db, learnerId, sight)
    if (facts.onDate > today) {
      throw invalidFields([{ path: 'facts.onDate', code: 'evidence.dateInFuture', values: {} }])
    }
    if (facts.kind === 'interview') {
      const track = await db
        .selectFrom('tracks')
        .select('id')
        .where('id', '=', Number(facts.evidenceKey))
        .executeTakeFirst()
      if (!track) throw notFound('track')
    }
    const document = facts.kind === 'document' ? facts : { documentDate: null, doses: null }
    if (document.documentDate !== null && document.documentDate > today) {
      throw invalidFields([{ path: 'facts.documentDate', code: 'evidence.dateInFuture', values: {} }])
    }
    const values = {
      learnerId,
      kind: facts.kind,
      evidenceKey: facts.evidenceKey,
      status: facts.status,
      onDate: facts.onDate,
      documentDate: document.documentDate,
      doses: document.doses,
      seenBy: facts.seenBy ?? caller.name,
      recordedAt: now,
    }
    const { id } = await db.insertInto('evidence').values(values).returning('id').executeTakeFirstOrThrow()
    audit({ subject: 'evidence', subjectId: id, learnerId, after: values })
    return { evidenceId: id }
  }),

  withdraw: command(contract.evidence.withdraw, async ({ input, db, audit }) => {
    const before = await db
      .deleteFrom('evidence')
      .where('id', '=', input.evidenceId)
      .returningAll()
      .executeTakeFirst()
    if (!before) throw notFound('evidence')
    audit({ subject: 'evidence', subjectId: before.id, learnerId: before.learnerId, before })
    return {}
  }),
}
