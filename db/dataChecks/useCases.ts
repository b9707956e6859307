import { contract } from '../../shared/contract/index.ts'
import { command, query } from '../calls/useCase.ts'
import type { CommandCall } from '../calls/call.ts'
import { notFound, refused } from '../failure.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader } from '../schema.ts'
import { requireSection } from '../sections/requireSection.ts'
import type { Sight } from '../sight/sight.ts'
import { countFindings, detailsText, findingsNow, findingsOf, shownFindings } from './findings.ts'

type About = { subject: string; subjectId: number; learnerId: number | null }

/** Throws unless the learner and the class that a finding is about are in sight. */
async function requireInSight(db: Pick<Reader, 'selectFrom'>, about: About, sight: Sight): Promise<void> {
  if (about.learnerId !== null) await requireLearner(db, about.learnerId, sight)
  if (about.subject === 'section') await requireSection(db, about.subjectId, sight)
}

/** The record in whose history an acceptance is kept: the learner's, or the class's. */
function noteAcceptance(
  audit: CommandCall<unknown>['audit'],
  { subjectId, learnerId }: About,
  change: { before?: object; after?: object },
) {
  if (learnerId === null) audit({ subject: 'section', subjectId, ...change })
  else audit({ subject: 'learner', subjectId: learnerId, ...change })
}

export const dataChecks = {
  overview: query(contract.dataChecks.overview, async ({ db, today, sight }) =>
    countFindings(db, today, sight),
  ),

  findings: query(contract.dataChecks.findings, async ({ input, db, today, sight }) => {
    const { rule, show, offset, limit } = input
    const all = await findingsOf(db, rule, today, sight)
    const shown = all.filter(({ acceptance }) => (acceptance !== null) === (show === 'accepted'))
    return {
      total: shown.length,
      rows: await shownFindings(db, rule, shown.slice(offset, offset + limit)),
    }
  }),

  accept: command(contract.dataChecks.accept, async ({ input, db, caller, today, sight, audit }) => {
    const { rule, subject, subjectId, learnerId, reason } = input
    await requireInSight(db, input, sight)
    const found = (await findingsNow(db, rule, today, sight)).find(
      (one) => one.subject === subject && one.subjectId === subjectId && one.learnerId === learnerId,
    )
    if (!found) throw refused('dataChecks.notFoundAnyMore')
    if (found.acceptance) throw refused('dataChecks.alreadyAccepted')
    // An acceptance of what the finding was before its values changed gives way to this one.
    await db
      .deleteFrom('acceptedFindings')
      .where('rule', '=', rule)
      .where('subject', '=', subject)
      .where('subjectId', '=', subjectId)
      .where('learnerId', learnerId === null ? 'is' : '=', learnerId)
      .execute()
    const { id } = await db
      .insertInto('acceptedFindings')
      .values({
        ...{ rule, subject, subjectId, learnerId, reason, details: detailsText(found) },
        ...{ acceptedOn: today, acceptedBy: caller.id, acceptedByName: caller.name },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    noteAcceptance(audit, input, { after: { dataCheck: rule, reason } })
    return { acceptedId: id }
  }),

  takeBack: command(contract.dataChecks.takeBack, async ({ input, db, sight, audit }) => {
    const row = await db
      .selectFrom('acceptedFindings')
      .selectAll()
      .where('id', '=', input.acceptedId)
      .executeTakeFirst()
    if (!row) throw notFound('acceptedFinding')
    await requireInSight(db, row, sight)
    await db.deleteFrom('acceptedFindings').where('id', '=', row.id).execute()
    noteAcceptance(audit, row, { before: { dataCheck: row.rule, reason: row.reason } })
    return {}
  }),
}
