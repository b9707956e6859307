import { addDays, type IsoDate } from '../../shared/values/dates.ts'
import type { Writer } from '../schema.ts'
import { insertMany } from './insertMany.ts'
import type { Invented } from './inventLearners.ts'

/** The first class of each kind bears the code alone; the letters at its end tell the days of the week. */
const classCodes = ['ESL-2 MW', 'ESL-3 TTh', 'ESL-4 MW', 'ESL-5 EVE', 'ESL-6 EVE'] as const

interface Term {
  /** Put before the code of a class, for a code is used once. */
  letter: string
  startDate: IsoDate
  endDate: IsoDate
  /** Since when its learners sit in their classes. */
  seatedFrom: IsoDate
  isOver: boolean
  /** How many of the learners take part in it. */
  share: number
}

function termsOf({ today, size }: Invented): Term[] {
  const term = (letter: string, from: number, to: number, share: number): Term => {
    const startDate = addDays(today, from)
    return {
      letter,
      startDate,
      endDate: addDays(today, to),
      seatedFrom: startDate,
      isOver: to < 0,
      share,
    }
  }
  if (size.terms === 'yearBefore') return [term('F', -310, -200, 0.85), term('S', -170, -46, 0.85)]
  return [{ ...term('', -150, 60, 1), seatedFrom: addDays(today, -120) }]
}

const codeOf = (index: number, { letter }: Term) => {
  const turn = Math.floor(index / classCodes.length)
  const number = turn === 0 ? '' : String(turn + 1)
  return `${letter}${number} ${classCodes[index % classCodes.length]!}`.trim()
}

/** Invents the classes of each term with their learners, everyone in one class of a term at most. */
export async function inventClasses(
  db: Writer,
  learnerIds: readonly number[],
  invented: Invented,
): Promise<void> {
  const { chance, size, accountId } = invented
  for (const term of termsOf(invented)) {
    const { startDate, endDate, seatedFrom, isOver, share } = term
    const sections = Array.from({ length: size.classes }, (_, index) => {
      const code = codeOf(index, term)
      return {
        ...{ code, name: code, startDate, endDate },
        instructorAccountId: accountId,
        active: isOver ? 0 : 1,
      }
    })
    const sectionIds = await insertMany(db, 'sections', sections)
    const seated = share === 1 ? learnerIds : learnerIds.filter(() => chance.happens(share))
    const members = seated.map((learnerId) => ({
      learnerId,
      sectionId: chance.pick(sectionIds),
      startDate: seatedFrom,
      endDate: isOver ? addDays(endDate, 1) : null,
    }))
    await insertMany(db, 'sectionMembers', members)
  }
}
