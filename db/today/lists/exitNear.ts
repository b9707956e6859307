import { participationPeriods } from '../../../shared/rules/participation.ts'
import {
  daysBeforeCallingAgain,
  daysToExitLeft,
  daysToExitNear,
  isExitNear,
  isParticipant,
} from '../../../shared/rules/workLists.ts'
import { daysToExit } from '../../../shared/rules/participation.ts'
import { addDays, daysBetween, type IsoDate } from '../../../shared/values/dates.ts'
import { attendedHours } from '../../attendance/attendedHours.ts'
import { batchesOf } from '../../batches.ts'
import type { Work } from '../reach.ts'
import { activeLearners } from './activeLearners.ts'
import { contactsNoted } from './contactsNoted.ts'
import { listBody } from './listBody.ts'
import { withLearners } from './shownLearners.ts'
import { roundHalfUp } from '../../../shared/rules/rates.ts'

/** Active learners with some service in the month after which an exit comes near. */
async function servedThen(work: Work): Promise<number[]> {
  const [from, to] = [addDays(work.today, -daysToExit), addDays(work.today, -daysToExitNear)]
  const inMeetings = await activeLearners(work)
    .innerJoin('attendance', 'attendance.learnerId', 'learners.id')
    .innerJoin('meetings', 'meetings.id', 'attendance.meetingId')
    .where('meetings.heldOn', '>=', from)
    .where('meetings.heldOn', '<=', to)
    .where('attendance.mark', 'in', ['present', 'late'])
    .select('learners.id')
    .distinct()
    .execute()
  const inTotals = await activeLearners(work)
    .innerJoin('instructionHours', 'instructionHours.learnerId', 'learners.id')
    .where('instructionHours.periodTo', '>=', from)
    .where('instructionHours.periodTo', '<=', to)
    .where('instructionHours.hours', '>', 0)
    .select('learners.id')
    .distinct()
    .execute()
  return [...new Set([...inMeetings, ...inTotals].map(({ id }) => id))]
}

/** The last service of each of these learners up to today. */
async function lastServices({ db, today }: Work, ids: readonly number[]) {
  const last: { learnerId: number; lastService: IsoDate }[] = []
  for (const some of batchesOf(ids)) {
    last.push(
      ...(await attendedHours(db)
        .where('learnerId', 'in', some)
        .where('hours', '>', 0)
        .where('periodTo', '<=', today)
        .groupBy('learnerId')
        .select('learnerId')
        .select((row) => row.fn.max<IsoDate>('periodTo').as('lastService'))
        .execute()),
    )
  }
  return last
}

/** Learners whose period of participation ends soon, unless somebody got in touch lately; the nearest end first. */
async function find(work: Work) {
  const { today } = work
  const contact = await contactsNoted(work.db, 'exit')
  const found = await lastServices(work, await servedThen(work))
  return found
    .flatMap(({ learnerId, lastService }) => {
      const last = contact(learnerId, null)?.shown ?? null
      const isLeftInPeace = last !== null && daysBetween(last.on, today) < daysBeforeCallingAgain
      if (!isExitNear(lastService, today) || isLeftInPeace) return []
      return [{ learnerId, lastService, daysLeft: daysToExitLeft(lastService, today), lastContact: last }]
    })
    .sort((one, other) => one.daysLeft - other.daysLeft || one.learnerId - other.learnerId)
}

type Found = Awaited<ReturnType<typeof find>>[number]

/** Adds the hours of the period that is about to end. */
async function show(work: Work, some: readonly Found[]) {
  const attended = new Map<number, { from: IsoDate; to: IsoDate; hours: number }[]>()
  for (const ids of batchesOf(some.map(({ learnerId }) => learnerId))) {
    const rows = await attendedHours(work.db)
      .where('learnerId', 'in', ids)
      .where('hours', '>', 0)
      .select(['learnerId', 'periodFrom as from', 'periodTo as to', 'hours'])
      .execute()
    for (const [learnerId, own] of Map.groupBy(rows, (row) => row.learnerId)) attended.set(learnerId, own)
  }
  const withHours = some.map((one) => {
    const period = participationPeriods(attended.get(one.learnerId) ?? [], work.today).at(-1)
    const hours = roundHalfUp(period?.hours ?? 0, 2)
    const firstService = period?.firstService ?? one.lastService
    return { ...one, firstService, hours, isParticipant: isParticipant(hours) }
  })
  return withLearners(work, withHours)
}

export const exitNear = listBody(find, show)
