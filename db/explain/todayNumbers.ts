import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { QueryCall } from '../calls/call.ts'
import { learnerInSight } from '../sight/inSight.ts'
import { overview } from '../today/overview.ts'
import { count, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.today)['~orpc']['inputSchema']>>
type Call = Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>

/** Those who wait for a track, or for any; `isDue`: whose day to look again has come. */
async function waiting({ input, db, today, sight }: Call, isDue: boolean): Promise<MadeOf> {
  let line = db
    .selectFrom('waitlistEntries')
    .innerJoin('learners', 'learners.id', 'waitlistEntries.learnerId')
    .innerJoin('tracks', 'tracks.id', 'waitlistEntries.trackId')
    .select(['waitlistEntries.id', 'waitlistEntries.learnerId', 'waitlistEntries.addedOn'])
    .select(['waitlistEntries.lookAgainOn', 'tracks.nameEn', 'tracks.nameEs'])
    .where('waitlistEntries.removedOn', 'is', null)
    .where(learnerInSight(sight, 'waitlistEntries.learnerId'))
    .orderBy('tracks.id')
    .orderBy('waitlistEntries.position')
    .orderBy('waitlistEntries.id')
  if (input.trackId !== null) line = line.where('waitlistEntries.trackId', '=', input.trackId)
  if (isDue) line = line.where('waitlistEntries.lookAgainOn', '<=', today)
  const rows = await line.execute()
  return count(today, rows.length, rows, ({ id, learnerId, addedOn, lookAgainOn, nameEn, nameEs }) => ({
    id,
    learnerId,
    facts: [
      { kind: 'name', name: { en: nameEn, es: nameEs } },
      { kind: 'remark', remark: 'added', day: addedOn },
      ...(lookAgainOn === null ? [] : [{ kind: 'remark', remark: 'lookAgain', day: lookAgainOn } as const]),
    ],
  }))
}

/** What a count of the first screen is made of. */
export async function todayMadeOf(call: Call): Promise<MadeOf> {
  const { input, db, today, sight } = call
  const { number } = input
  if (number === 'waiting' || number === 'lookAgain') return waiting(call, number === 'lookAgain')
  const cohorts = (await overview(db, today, sight))[number]
  return count(today, cohorts.length, cohorts, (cohort) => ({
    id: cohort.cohortId,
    learnerId: null,
    record: { screen: 'cohort', recordId: cohort.cohortId, name: cohort.code },
    facts: [
      { kind: 'name', name: cohort.trackName },
      { kind: 'text', text: cohort.site },
      { kind: 'span', from: cohort.startDate, to: cohort.endDate },
      { kind: 'remark', remark: 'stillIn', number: cohort.stillIn },
    ],
  }))
}
