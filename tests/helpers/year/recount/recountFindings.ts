import { daysFrom } from './days.ts'
import type { Rows } from './plainRows.ts'
import { standingOn } from './recountCohorts.ts'
import { isUsable, levelOf, minutesOf, tableOf, type ByLearner } from './recountTests.ts'

const areInOrder = <Item>(items: readonly Item[]) =>
  items.slice(1).map((item, index) => [items[index]!, item] as const)

function findingsOfTests(rows: Rows, there: ReadonlySet<number>, today: string) {
  const sections = new Map(rows.sections.map((section) => [section.id, section]))
  const tests = rows.tests.filter(({ learnerId }) => there.has(learnerId))
  const usable = tests.filter((test) => isUsable(test, today))
  const ofArea = Map.groupBy(
    usable.filter((test) => levelOf(rows.tables, test) !== undefined),
    ({ learnerId, skillArea }) => `${learnerId} ${skillArea}`,
  )
  return {
    testBeforeClassStart: tests.filter(({ sectionId, testedOn, voidedAt }) => {
      const startDate = sectionId === null ? null : sections.get(sectionId)?.startDate
      return voidedAt === null && startDate != null && testedOn < startDate
    }).length,
    scoreWithoutLevel: usable.filter(
      (test) => tableOf(rows.tables, test)?.levels != null && levelOf(rows.tables, test) === undefined,
    ).length,
    levelJump: [...ofArea.values()]
      .flatMap(areInOrder)
      .filter(([before, after]) => Math.abs(levelOf(rows.tables, after)! - levelOf(rows.tables, before)!) > 2)
      .length,
  }
}

function findingsOfCohorts(rows: Rows, of: ByLearner, there: ReadonlySet<number>, today: string) {
  const cohorts = new Map(rows.cohorts.map((cohort) => [cohort.id, cohort]))
  const members = rows.memberships.filter(({ learnerId }) => there.has(learnerId))
  const byId = new Map(members.map((member) => [member.id, member]))
  const hasHours = ({ learnerId, cohortId, startedOn, outcomeOn }: (typeof members)[number]) => {
    const from = startedOn ?? cohorts.get(cohortId)!.startDate
    const to = outcomeOn ?? cohorts.get(cohortId)!.endDate
    return (
      (of.marks.get(learnerId) ?? []).some(
        (mark) =>
          (mark.mark === 'present' || mark.mark === 'late') && from <= mark.heldOn && mark.heldOn <= to,
      ) ||
      (of.totals.get(learnerId) ?? []).some(
        ({ periodFrom, periodTo, hours }) => hours > 0 && periodTo >= from && periodFrom <= to,
      )
    )
  }
  const open = Map.groupBy(
    members.filter((member) => {
      const { closedOn } = cohorts.get(member.cohortId)!
      return standingOn(member, today) === 'stillIn' && (closedOn === null || closedOn > today)
    }),
    ({ learnerId }) => learnerId,
  )
  return {
    attemptBeforeCompletion: rows.attempts.filter(({ cohortMemberId, takenOn }) => {
      const member = byId.get(cohortMemberId)
      return member !== undefined && takenOn <= today && standingOn(member, takenOn) !== 'completed'
    }).length,
    completedWithoutHours: members.filter(
      (member) => standingOn(member, today) === 'completed' && !hasHours(member),
    ).length,
    twoOpenEnrolments: [...open.values()].reduce((sum, ofOne) => sum + ofOne.length - 1, 0),
  }
}

function findingsOfPeople(rows: Rows, of: ByLearner, there: ReadonlySet<number>, today: string) {
  const active = rows.learners.filter(({ id, status }) => status === 'active' && there.has(id))
  const lastService = (learnerId: number) =>
    [
      ...(of.marks.get(learnerId) ?? []).filter((mark) => minutesOf(mark) > 0).map(({ heldOn }) => heldOn),
      ...(of.totals.get(learnerId) ?? []).filter(({ hours }) => hours > 0).map(({ periodTo }) => periodTo),
    ].reduce((last, day) => (day > last ? day : last), '')
  return {
    activeWithoutStudentId: active.filter(({ studentId }) => studentId === null).length,
    activeWithoutBirthDate: active.filter(({ birthDate }) => birthDate === null).length,
    activeWithoutService: active.filter(({ id }) => {
      const last = lastService(id)
      return last !== '' && daysFrom(last, today) > 90
    }).length,
  }
}

/** How often each rule of the data check applies to the records of everybody. */
export function findingsOf(rows: Rows, of: ByLearner, today: string) {
  const there = new Set(rows.learners.map(({ id }) => id))
  const ends = new Map(rows.sections.map(({ id, endDate }) => [id, endDate]))
  const late = rows.marks.filter(
    (mark) =>
      there.has(mark.learnerId) && minutesOf(mark) > 0 && mark.heldOn > (ends.get(mark.sectionId) ?? '9999'),
  )
  return {
    ...findingsOfTests(rows, there, today),
    ...findingsOfCohorts(rows, of, there, today),
    ...findingsOfPeople(rows, of, there, today),
    hoursAfterClassEnd: new Set(late.map(({ learnerId, sectionId }) => `${learnerId} ${sectionId}`)).size,
    classPastEnd: rows.sections.filter(
      ({ active, endDate }) => active === 1 && endDate !== null && endDate < today,
    ).length,
  }
}
