import { guessedSettings, resultOf, textFile } from '../db/imports/importing.ts'
import { percentile95, type Figure } from './figures.ts'
import type { LargeProgram } from './largeProgram.ts'
import { meanwhile } from './meanwhile.ts'

const runs = 5

interface Person {
  studentId: string
  familyName: string
  givenName: string
}

const listed = (people: readonly Person[], headings: string, values: string) =>
  textFile(
    [
      `Student ID,Last Name,First Name,${headings}`,
      ...people.map((person) => `${person.studentId},${person.familyName},${person.givenName},${values}`),
    ].join('\r\n'),
  )

/** What a file would change, among everybody on record: the sheet of one class, and hours of all. */
export async function planningFigures({ api, bare }: LargeProgram): Promise<Figure[]> {
  const { sectionId } = bare.prepare('select min(id) as sectionId from sections').get() as {
    sectionId: number
  }
  const people = bare
    .prepare('select studentId, familyName, givenName from learners where studentId is not null')
    .all() as Person[]
  const members = bare
    .prepare(
      'select studentId, familyName, givenName from learners where studentId is not null and id in (select learnerId from sectionMembers where sectionId = ?) limit 30',
    )
    .all(sectionId) as Person[]
  const everybody = bare.prepare('select * from learners')
  const bareReading = {
    name: 'the bare reading of everybody',
    milliseconds: await percentile95(runs, () => everybody.all()),
  }

  const sheet = await guessedSettings({ api }, listed(members, '2026-07-28,2026-07-29', 'P,A'), {
    ...{ kind: 'attendance', sectionId },
  })
  const planSheet = await percentile95(runs, () => resultOf(api.imports.preview(sheet)))
  const hours = await guessedSettings(
    { api },
    listed(people, 'Period from,Period to,Hours', '2026-05-01,2026-05-31,12'),
  )
  const { slowest, milliseconds } = await meanwhile(
    () => resultOf(api.imports.preview(hours)),
    () => api.cohorts.list({ limit: 10 }),
  )
  return [
    {
      name: `Plan of an attendance sheet of ${members.length} learners, 95th percentile`,
      milliseconds: planSheet,
      aim: 500,
      bare: bareReading,
    },
    {
      name: `Plan of a list of ${people.length} hours`,
      milliseconds,
      aim: 3000,
      bare: bareReading,
      note: `slowest other call meanwhile ${slowest.toFixed(0)} ms`,
    },
  ]
}
