import type { FederalFigures } from '../../shared/contract/gains.ts'
import { table4Printed, table4Row } from '../../shared/rules/federalTables.ts'
import { table11Edition, table11Lines } from '../../shared/rules/table11.ts'
import { programYearSpan, type IsoDate } from '../../shared/values/dates.ts'
import type { ReportProgress } from '../calls/call.ts'
import { keptUntilChange } from '../calls/keptUntilChange.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { trainingExits } from './trainingExits.ts'
import { isInSpan, trainingMembers } from './trainingMembers.ts'
import { yearParticipants, type YearParticipant } from './yearParticipants.ts'

const printedRow = (some: readonly YearParticipant[]) => {
  const { diplomas: _, ...row } = table4Row(some)
  return { ...row, rate: table4Printed({ ...row, diplomas: 0 }) }
}

/** The rows of Table 4, by entry level; those without a level stand in none. */
const table4Of = (participants: readonly YearParticipant[]): FederalFigures['table4'] =>
  [...Map.groupBy(participants, ({ entryLevel }) => entryLevel)]
    .flatMap(([entryLevel, some]) => (entryLevel === null ? [] : [{ entryLevel, some }]))
    .toSorted((one, other) => one.entryLevel - other.entryLevel)
    .map(({ entryLevel, some }) => ({ entryLevel, ...printedRow(some) }))

/** The people of the federal tables, as known on a day, kept until a record changes. */
export const federalPeople = (
  db: Reader,
  programYear: number,
  today: IsoDate,
  sight: Sight,
  progress?: ReportProgress,
) =>
  keptUntilChange(
    db,
    ['federalPeople', programYear, today, sight.instructorId],
    (report) => readPeople(db, programYear, today, sight, report),
    progress,
  )

async function readPeople(
  db: Reader,
  programYear: number,
  today: IsoDate,
  sight: Sight,
  progress: ReportProgress,
) {
  const { from, to } = programYearSpan(programYear)
  const asOf = today < to ? today : to
  await progress('gains', 0, null)
  const training = await trainingMembers(db, asOf, sight)
  const year = await yearParticipants(db, programYear, asOf, training, sight, progress)
  const inTraining = year.participants.filter(({ isInTraining }) => isInTraining)
  const exits = await trainingExits(db, programYear, asOf, training)
  const counted = new Set(inTraining.map(({ learnerId }) => learnerId))
  const ofTheYear = training.filter((member) => isInSpan(member, { from, to: asOf }))
  return {
    ...{ asOf, inTraining, exits },
    /** Those of Table 4. */
    withLevel: year.participants.filter(({ entryLevel }) => entryLevel !== null),
    /** Those who stand in no row. */
    leftOut: {
      withoutLevel: year.participants.filter(({ entryLevel }) => entryLevel === null),
      belowTwelveHours: year.belowTwelveHours,
      excluded: inTraining.filter(({ excluded }) => excluded),
      withoutHours: [...new Set(ofTheYear.map(({ learnerId }) => learnerId))].filter(
        (learnerId) => !counted.has(learnerId),
      ),
    },
  }
}

/** Federal Tables 4 and 11 of this program, as known on a day. */
export async function federalFigures(...asked: Parameters<typeof federalPeople>): Promise<FederalFigures> {
  const [, programYear] = asked
  const { asOf, withLevel, inTraining, exits, leftOut } = await federalPeople(...asked)
  return {
    programYear,
    asOf,
    table4: table4Of(withLevel),
    table4Total: printedRow(withLevel),
    withoutLevel: leftOut.withoutLevel.length,
    belowTwelveHours: leftOut.belowTwelveHours.length,
    table11: {
      source: table11Edition(programYear).source,
      rows: table11Lines(programYear, inTraining, exits),
      excluded: leftOut.excluded.length,
      withoutHours: leftOut.withoutHours.length,
    },
  }
}
