import type { Rows } from './plainRows.ts'

/** Whose learners a person sees: everybody's, or those who sit or sat in the classes that name them. */
export function learnersSeenBy(
  { learners, sections, seats }: Rows,
  instructorId: number | null,
): Set<number> {
  const there = new Set(learners.map(({ id }) => id))
  if (instructorId === null) return there
  const own = new Set(
    sections
      .filter(({ instructorAccountId }) => instructorAccountId === instructorId)
      .map((section) => section.id),
  )
  const stays = seats.filter(
    ({ sectionId, startDate, endDate }) =>
      own.has(sectionId) && (startDate === null || endDate === null || endDate > startDate),
  )
  return new Set(stays.map(({ learnerId }) => learnerId).filter((id) => there.has(id)))
}

/** Who is active, of those seen. */
export const activeOf = ({ learners }: Rows, seen: ReadonlySet<number>) =>
  learners.filter(({ id, status }) => status === 'active' && seen.has(id)).map(({ id }) => id)

/** The seats in running classes that are taken today, of the classes seen. */
export function seatsNow({ sections, seats }: Rows, instructorId: number | null, today: string) {
  const running = new Set(
    sections
      .filter(
        ({ active, instructorAccountId }) =>
          active === 1 && (instructorId === null || instructorAccountId === instructorId),
      )
      .map(({ id }) => id),
  )
  return seats.filter(
    ({ sectionId, endDate }) => running.has(sectionId) && (endDate === null || endDate > today),
  )
}

const isThere = (mark: string) => mark === 'present' || mark === 'late'

/** Who missed the newest three meetings or more of a class where they sit, and since when. */
export function absentInARow(
  rows: Rows,
  active: ReadonlySet<number>,
  instructorId: number | null,
  today: string,
) {
  const noted = Map.groupBy(rows.marks, ({ learnerId, sectionId }) => `${learnerId} ${sectionId}`)
  return seatsNow(rows, instructorId, today).flatMap(({ learnerId, sectionId }) => {
    if (!active.has(learnerId)) return []
    const newestFirst = (noted.get(`${learnerId} ${sectionId}`) ?? [])
      .filter(({ heldOn }) => heldOn <= today)
      .sort((one, other) => (one.heldOn < other.heldOn ? 1 : -1))
    const there = newestFirst.findIndex(({ mark }) => isThere(mark))
    const missed = there === -1 ? newestFirst : newestFirst.slice(0, there)
    if (missed.length < 3) return []
    const [newest, oldest] = [missed[0]!.heldOn, missed.at(-1)!.heldOn]
    return [{ learnerId, sectionId, count: missed.length, since: oldest, newest }]
  })
}
