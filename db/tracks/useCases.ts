import { contract } from '../../shared/contract/index.ts'
import type { TrackInput } from '../../shared/contract/tracks.ts'
import { versionInForce } from '../../shared/rules/screening/versionInForce.ts'
import type { TrackStatus } from '../../shared/values/vocabulary.ts'
import { command, query } from '../calls/useCase.ts'
import { invalidFields, notFound, refused } from '../failure.ts'
import type { Writer } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { addVersion } from './addVersion.ts'
import { readTrack, requirementsOf, trackFieldsOf } from './trackRows.ts'

const columnsOf = (input: TrackInput) => ({
  code: input.code,
  nameEn: input.name.en,
  nameEs: input.name.es,
  socCode: input.socCode,
  socTitle: input.socTitle,
  seats: input.seats,
  status: input.status,
  components: JSON.stringify(input.components),
  notes: input.notes,
  source: input.source,
})

async function refuseTakenCode(db: Writer, code: string, ownId: number | null): Promise<void> {
  const others = await db.selectFrom('tracks').select(['id', 'code']).execute()
  const taken = others.some((row) => row.id !== ownId && row.code.toLowerCase() === code.toLowerCase())
  if (taken) throw invalidFields([{ path: 'code', code: 'tracks.codeTaken', values: {} }])
}

function refuseRepeatedKeys(path: string, keys: readonly string[]): void {
  if (new Set(keys).size < keys.length)
    throw invalidFields([{ path, code: 'tracks.problems.keyTwice', values: {} }])
}

/** Exam parts are what attempts stand on: one with attempts on record stays. */
async function refuseLosingParts(db: Writer, credentialId: number, kept: readonly string[]): Promise<void> {
  const used = await db
    .selectFrom('attempts')
    .innerJoin('cohortMembers', 'cohortMembers.id', 'attempts.cohortMemberId')
    .innerJoin('cohorts', 'cohorts.id', 'cohortMembers.cohortId')
    .select('attempts.partKey')
    .distinct()
    .where('cohorts.credentialId', '=', credentialId)
    .execute()
  if (used.some(({ partKey }) => !kept.includes(partKey))) throw refused('tracks.partHasAttempts')
}

export const tracks = {
  list: query(contract.tracks.list, async ({ input, db, today, sight }) => {
    let rows = db.selectFrom('tracks').selectAll()
    if (input.status) rows = rows.where('status', '=', input.status)
    const found = await rows.orderBy('nameEn').orderBy('id').execute()
    const versions = await db.selectFrom('trackVersions').selectAll().execute()
    const waiting = await db
      .selectFrom('waitlistEntries')
      .select((entry) => ['trackId', entry.fn.countAll<number>().as('waiting')])
      .where('removedOn', 'is', null)
      .where(learnerInSight(sight, 'learnerId'))
      .groupBy('trackId')
      .execute()
    return found.map((row) => {
      const inForce = versionInForce(
        versions.filter(({ trackId }) => trackId === row.id),
        today,
      )
      return {
        id: row.id,
        code: row.code,
        name: { en: row.nameEn, es: row.nameEs },
        status: row.status as TrackStatus,
        socCode: row.socCode,
        socTitle: row.socTitle,
        seats: row.seats,
        rulesSince: inForce?.effectiveFrom ?? null,
        requirementCount: inForce ? requirementsOf(inForce).length : 0,
        waiting: waiting.find(({ trackId }) => trackId === row.id)?.waiting ?? 0,
      }
    })
  }),

  get: query(contract.tracks.get, async ({ input, db, today }) => readTrack(db, input.id, today)),

  create: command(contract.tracks.create, async ({ input, db, now, today, audit }) => {
    await refuseTakenCode(db, input.code, null)
    refuseRepeatedKeys(
      'components',
      input.components.map(({ key }) => key),
    )
    const { id } = await db
      .insertInto('tracks')
      .values({ ...columnsOf(input), createdAt: now, updatedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    audit({ subject: 'track', subjectId: id, after: input })
    return readTrack(db, id, today)
  }),

  change: command(contract.tracks.change, async ({ input, db, now, today, audit }) => {
    const before = await db.selectFrom('tracks').selectAll().where('id', '=', input.id).executeTakeFirst()
    if (!before) throw notFound('track')
    const { id, ...fields } = input
    await refuseTakenCode(db, input.code, id)
    refuseRepeatedKeys(
      'components',
      input.components.map(({ key }) => key),
    )
    await db
      .updateTable('tracks')
      .set({ ...columnsOf(fields), updatedAt: now })
      .where('id', '=', id)
      .execute()
    audit({ subject: 'track', subjectId: id, before: trackFieldsOf(before), after: fields })
    return readTrack(db, id, today)
  }),

  saveCredential: command(contract.tracks.saveCredential, async ({ input, db, today, audit }) => {
    const before = await readTrack(db, input.trackId, today)
    const partKeys = input.parts.map(({ key }) => key)
    refuseRepeatedKeys('parts', partKeys)
    const values = {
      trackId: input.trackId,
      nameEn: input.name.en,
      nameEs: input.name.es,
      parts: JSON.stringify(input.parts),
      attemptLimit: input.attemptLimit,
      windowMonths: input.windowMonths,
      noShowUsesAttempt: input.noShowUsesAttempt ? 1 : 0,
      source: input.source,
      active: input.active ? 1 : 0,
    }
    const { id: credentialId, ...after } = input
    if (credentialId === null) {
      await db.insertInto('credentials').values(values).execute()
    } else {
      if (!before.credentials.some(({ id }) => id === credentialId)) throw notFound('credential')
      await refuseLosingParts(db, credentialId, partKeys)
      await db.updateTable('credentials').set(values).where('id', '=', credentialId).execute()
    }
    audit({
      subject: 'track',
      subjectId: input.trackId,
      before: before.credentials.find(({ id }) => id === credentialId) ?? null,
      after,
    })
    return readTrack(db, input.trackId, today)
  }),

  saveVersion: command(contract.tracks.saveVersion, async ({ input, db, now, today, caller, audit }) => {
    await readTrack(db, input.trackId, today)
    const version = await addVersion(db, { ...input, createdAt: now, createdBy: caller.id })
    const { trackId, ...after } = input
    audit({ subject: 'track', subjectId: trackId, after: { ...after, version } })
    return readTrack(db, trackId, today)
  }),
}
