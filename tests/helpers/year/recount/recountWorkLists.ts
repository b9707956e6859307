import { daysFrom, daysLater } from './days.ts'
import type { Rows } from './plainRows.ts'
import { examWarnings, standingOn } from './recountCohorts.ts'
import { absentInARow, activeOf, learnersSeenBy, seatsNow } from './recountPeople.ts'
import { duePostTests, isUsable, minutesOf, type ByLearner } from './recountTests.ts'

/** Whose work a person has: everybody's, or for an instructor of whoever sits in their classes, or in none any more. */
export function inReachOf(rows: Rows, instructorId: number | null, today: string): Set<number> {
  const seen = learnersSeenBy(rows, instructorId)
  if (instructorId === null) return seen
  const own = new Set(seatsNow(rows, instructorId, today).map(({ learnerId }) => learnerId))
  const anywhere = new Set(seatsNow(rows, null, today).map(({ learnerId }) => learnerId))
  return new Set([...seen].filter((id) => own.has(id) || !anywhere.has(id)))
}

/** Absent three meetings or more in a row, and nobody got in touch since the newest of them. */
function absences(rows: Rows, active: readonly number[], instructorId: number | null, today: string) {
  return absentInARow(rows, new Set(active), instructorId, today)
    .filter(
      ({ learnerId, sectionId, newest }) =>
        !rows.contacts.some(
          (contact) =>
            contact.occasion === 'absence' &&
            contact.learnerId === learnerId &&
            contact.sectionId === sectionId &&
            contact.aboutOn >= newest,
        ),
    )
    .map(({ learnerId, sectionId, count, since }) => `${learnerId} ${sectionId} ${count} ${since}`)
}

/** The last service was 60 to 90 days ago, and nobody got in touch about it for two weeks. */
function exitsNear(rows: Rows, of: ByLearner, active: readonly number[], today: string) {
  return active.flatMap((learnerId) => {
    const last = [
      ...(of.marks.get(learnerId) ?? []).filter((mark) => minutesOf(mark) > 0).map(({ heldOn }) => heldOn),
      ...(of.totals.get(learnerId) ?? []).filter(({ hours }) => hours > 0).map(({ periodTo }) => periodTo),
    ]
      .filter((day) => day <= today)
      .reduce((newest, day) => (day > newest ? day : newest), '')
    const days = last === '' ? 0 : daysFrom(last, today)
    const isInPeace = rows.contacts.some(
      (contact) =>
        contact.occasion === 'exit' &&
        contact.learnerId === learnerId &&
        daysFrom(contact.contactedOn, today) < 14,
    )
    return days >= 60 && days <= 90 && !isInPeace ? [`${learnerId} ${last}`] : []
  })
}

function askedForScreening(rows: Rows, active: readonly number[]) {
  const screened = new Set(rows.screened.map(({ learnerId, trackId }) => `${learnerId} ${trackId}`))
  const isActive = new Set(active)
  return rows.learners
    .filter(({ id, interestTrackId }) => {
      if (interestTrackId === null || !isActive.has(id)) return false
      return rows.openTracks.includes(interestTrackId) && !screened.has(`${id} ${interestTrackId}`)
    })
    .map(({ id, interestTrackId }) => `${id} ${interestTrackId}`)
}

/** Cohorts that end within two weeks or have ended, are not closed, and have somebody still in. */
function withoutOutcomes(rows: Rows, reach: ReadonlySet<number>, today: string) {
  return rows.cohorts.flatMap(({ id, endDate, closedOn }) => {
    const stillIn = rows.memberships.filter(
      (member) =>
        member.cohortId === id && reach.has(member.learnerId) && standingOn(member, today) === 'stillIn',
    ).length
    const isAsked = closedOn === null && endDate <= daysLater(today, 14) && stillIn > 0
    return isAsked ? [`${id} ${stillIn}`] : []
  })
}

/** Every work list of a person, each row as a key of what it is about. */
export function workListsOf(rows: Rows, of: ByLearner, instructorId: number | null, today: string) {
  const reach = inReachOf(rows, instructorId, today)
  const active = activeOf(rows, reach)
  const isTested = (id: number) => (of.tests.get(id) ?? []).some((test) => isUsable(test, today))
  return {
    postTests: duePostTests(rows, of, active, today).map(
      ({ learnerId, skillArea, state }) => `${learnerId} ${skillArea} ${state}`,
    ),
    neverTested: active.filter((id) => !isTested(id)).map(String),
    absences: absences(rows, active, instructorId, today),
    exitNear: exitsNear(rows, of, active, today),
    screeningAsked: askedForScreening(rows, active),
    lookAgain: rows.waiting
      .filter(({ learnerId, lookAgainOn }) => {
        return reach.has(learnerId) && lookAgainOn !== null && lookAgainOn <= today
      })
      .map(({ learnerId, trackId }) => `${learnerId} ${trackId}`),
    exams: examWarnings(rows, reach, today).map(({ learnerId, kind }) => `${learnerId} ${kind}`),
    outcomes: withoutOutcomes(rows, reach, today),
  }
}
