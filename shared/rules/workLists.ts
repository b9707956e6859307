import { daysBetween, type IsoDate } from '../values/dates.ts'
import { participantHours, daysToExit } from './participation.ts'
import type { Role } from '../values/vocabulary.ts'

/** What can wait for somebody, in the order in which most days are worked. */
export const workListIds = [
  'postTests',
  'neverTested',
  'absences',
  'exitNear',
  'screeningAsked',
  'lookAgain',
  'exams',
  'outcomes',
] as const
export type WorkListId = (typeof workListIds)[number]

/** Whose work it is: instructors teach and test, coordinators follow everybody, directors screen and form cohorts. */
const listsOfRole: Readonly<Record<Role, readonly WorkListId[]>> = {
  instructor: ['postTests', 'neverTested', 'absences', 'exitNear'],
  coordinator: [
    'absences',
    'exitNear',
    'postTests',
    'neverTested',
    'screeningAsked',
    'lookAgain',
    'exams',
    'outcomes',
  ],
  director: ['screeningAsked', 'lookAgain', 'outcomes', 'exams'],
  staff: ['outcomes', 'exams'],
  administrator: [],
  viewer: [],
}

/** The lists of somebody with these roles: those of one role as it looks at them, of several in the usual order. */
export function workListsOf(roles: readonly Role[]): readonly WorkListId[] {
  const working = roles.filter((role) => listsOfRole[role].length > 0)
  if (working.length === 1) return listsOfRole[working[0]!]
  return workListIds.filter((id) => working.some((role) => listsOfRole[role].includes(id)))
}

/** Days without service from which an exit is said to come near: a month is left to bring the learner back. */
export const daysToExitNear = 60

/** Days for which a learner who was contacted about an exit is left in peace. */
export const daysBeforeCallingAgain = 14

/** Days before its end from which a cohort's outcomes are asked for. */
export const daysBeforeOutcomes = 14

/** Days that are left until a period of participation ends for good; negative once it has (20 CFR 677.150(c)). */
export const daysToExitLeft = (lastService: IsoDate, on: IsoDate): number =>
  daysToExit - daysBetween(lastService, on)

/** True while an exit comes near: there is still time, but not much. */
export function isExitNear(lastService: IsoDate, on: IsoDate): boolean {
  const days = daysBetween(lastService, on)
  return days >= daysToExitNear && days <= daysToExit
}

/** True where the end of the period counts as an exit: only participants exit. */
export const isParticipant = (hoursInPeriod: number): boolean => hoursInPeriod >= participantHours
