import type { Selectable } from 'kysely'
import { contract } from '../../shared/contract/index.ts'
import type { Waiver } from '../../shared/contract/waivers.ts'
import type { MemberRequirement, Requirement } from '../../shared/rules/screening/requirements.ts'
import { versionInForce } from '../../shared/rules/screening/versionInForce.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { command, query } from '../calls/useCase.ts'
import { notFound, refused } from '../failure.ts'
import { requireLearner } from '../learners/requireLearner.ts'
import type { Reader, WaiverTable } from '../schema.ts'
import { requirementsOf } from '../tracks/trackRows.ts'

type Readable = Pick<Reader, 'selectFrom'>

const waiverOf = ({ grantedBy: _, ...row }: Selectable<WaiverTable>): Waiver => row

async function requirementInForce(
  db: Readable,
  trackId: number,
  key: string,
  on: IsoDate,
): Promise<Requirement | MemberRequirement> {
  const versions = await db.selectFrom('trackVersions').selectAll().where('trackId', '=', trackId).execute()
  const version = versionInForce(versions, on)
  const requirements = version === null ? [] : requirementsOf(version)
  const all = requirements.flatMap((requirement) =>
    requirement.rule.kind === 'anyOf' ? [requirement, ...requirement.rule.members] : [requirement],
  )
  const found = all.find((requirement) => requirement.key === key)
  if (!found) throw notFound('requirement')
  return found
}

export const waivers = {
  list: query(contract.waivers.list, async ({ input, db, sight }) => {
    await requireLearner(db, input.learnerId, sight)
    let rows = db.selectFrom('waivers').selectAll().where('learnerId', '=', input.learnerId)
    if (input.trackId !== undefined) rows = rows.where('trackId', '=', input.trackId)
    return (await rows.orderBy('grantedOn', 'desc').orderBy('id', 'desc').execute()).map(waiverOf)
  }),

  grant: command(contract.waivers.grant, async ({ input, db, caller, sight, today, audit }) => {
    await requireLearner(db, input.learnerId, sight)
    const requirement = await requirementInForce(db, input.trackId, input.requirementKey, today)
    if (!requirement.waivable) throw refused('screening.notWaivable')
    const running = await db
      .selectFrom('waivers')
      .select('id')
      .where('learnerId', '=', input.learnerId)
      .where('trackId', '=', input.trackId)
      .where('requirementKey', '=', input.requirementKey)
      .where('withdrawnOn', 'is', null)
      .executeTakeFirst()
    if (running) throw refused('screening.alreadyWaived')
    const row = await db
      .insertInto('waivers')
      .values({ ...input, grantedBy: caller.id, grantedByName: caller.name, grantedOn: today })
      .returningAll()
      .executeTakeFirstOrThrow()
    const { learnerId, ...after } = waiverOf(row)
    audit({ subject: 'learner', subjectId: learnerId, after })
    return waiverOf(row)
  }),

  withdraw: command(contract.waivers.withdraw, async ({ input, db, today, audit }) => {
    const row = await db
      .updateTable('waivers')
      .set({ withdrawnOn: today })
      .where('id', '=', input.id)
      .where('withdrawnOn', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (!row) throw notFound('waiver')
    audit({
      subject: 'learner',
      subjectId: row.learnerId,
      before: { requirementKey: row.requirementKey, withdrawnOn: null },
      after: { requirementKey: row.requirementKey, withdrawnOn: today },
    })
    return waiverOf(row)
  }),
}
