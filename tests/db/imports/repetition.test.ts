import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { usualFileLimits } from '../../../db/files/fileLimits.ts'
import { readDelimited } from '../../../db/files/readDelimited.ts'
import { signedInCore } from '../../helpers/testCore.ts'
import { resultOf, type TestCore } from './importing.ts'

let core: TestCore
beforeAll(async () => {
  core = await signedInCore({ today: '2026-08-01' })
})
afterAll(() => core.dispose())

const tables = [
  ...(['importRows', 'distinctPeople', 'learnerOtherIds', 'sectionMembers', 'learnerPhones'] as const),
  ...(['learners', 'sections', 'importMappings', 'imports'] as const),
]

/** Each roster meets an empty program; setting up a new one for each would take the most time. */
async function emptied() {
  const { writer } = core.core.requireOpen().file
  for (const table of tables) await writer.deleteFrom(table).execute()
}

const heading = 'Student ID,Last Name,First Name,Birth Date,Phone,Home Language,Section,Career Interest'
const settings: ImportSettings = {
  ...{ sheet: 0, kind: 'roster', headingRow: 1, dateOrder: 'monthFirst', unknownStudents: 'refuse' },
  earlyReason: null,
  ...{ trackId: null, credentialId: null, sectionId: null },
  mapping: [
    'studentId',
    'familyName',
    'givenName',
    'birthDate',
    'phone',
    'firstLanguage',
    'section',
    'interest',
  ],
}

async function planned(rows: readonly string[]) {
  const table = readDelimited(new TextEncoder().encode([heading, ...rows].join('\n')), usualFileLimits)
  const openId = core.core.heldImports.holdOpened({ fileName: 'roster.csv', fingerprint: '', table })
  return resultOf(core.api.imports.preview({ openId, settings }))
}

const anyone = {
  word: fc.constantFrom('Núñez', 'NUNEZ', 'García Hernández', 'Lê', "O'Farrill", 'Diallo', 'Ana', 'Thị Ánh'),
  birth: fc.constantFrom('03/09/1981', '1981-09-03', '9 Mar 1981', '1990-12-31', '', '2/30/1990'),
  studentId: fc.constantFrom('17', '18', '19', 'T9', ''),
  phone: fc.constantFrom('704-555-6374', '7045556374', '704-555-9526', '', 'none'),
}
/** Rows that nearly all may be about the same two people. */
const alike = {
  word: fc.constantFrom('Núñez', 'NUNEZ', 'Ana'),
  birth: fc.constantFrom('03/09/1981', '03/09/1981', '1990-12-31', ''),
  studentId: fc.constantFrom('17', '18', 'T9', '', ''),
  phone: fc.constantFrom('704-555-6374', '704-555-9526', ''),
}
const language = fc.constantFrom('Spanish', 'spanish', 'Mixtec', '')
const section = fc.constantFrom('ESL-5', 'ESL-6', '')
const rosterOf = ({ word, birth, studentId, phone }: typeof anyone, maxLength: number) => {
  const cells = fc.tuple(studentId, word, word, birth, phone, language, section)
  return fc.array(
    cells.map((texts) => `${texts.join(',')},HVAC`),
    { minLength: 1, maxLength },
  )
}

/** Found by chance once, each for a reason of its own. */
const examples: [string[]][] = [
  // The second row brings the number, and the better spelling.
  [
    [
      ',Diallo,Núñez,03/09/1981,704-555-9526,spanish,ESL-5,HVAC',
      '17,Diallo,Núñez,03/09/1981,704-555-9526,Spanish,ESL-5,HVAC',
    ],
  ],
  // The third row brings the phone by which the second would have been known.
  [
    [
      'T9,Núñez,Núñez,03/09/1981,none,Spanish,ESL-5,HVAC',
      '17,Núñez,Núñez,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
      'T9,Núñez,Núñez,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
      '17,Núñez,Núñez,03/09/1981,704-555-6374,Spanish,ESL-6,HVAC',
    ],
  ],
  // The second row brings the number under which the third contradicts it.
  [
    [
      ',Núñez,Núñez,03/09/1981,704-555-6374,,ESL-5,HVAC',
      '17,Núñez,Núñez,03/09/1981,704-555-6374,Mixtec,ESL-5,HVAC',
      '17,Núñez,Núñez,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
    ],
  ],
  // The third row tells that the first two are one person.
  [
    [
      '18,NUNEZ,Núñez,,,Spanish,ESL-5,HVAC',
      ',Núñez,Núñez,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
      '18,NUNEZ,Núñez,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
    ],
  ],
  // The second row's number is nobody's until its contradiction is put right.
  [
    [
      ',Ana,Núñez,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
      '17,Núñez,Ana,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
      '17,Ana,Ana,03/09/1981,704-555-6374,Spanish,ESL-5,HVAC',
    ],
  ],
]

test('whatever a roster holds, applying it again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(rosterOf(anyone, 12), rosterOf(alike, 8)), async (rows) => {
      await emptied()
      const first = await planned(rows)
      await resultOf(core.api.imports.apply({ previewId: first.previewId }))
      const before = await core.api.learners.list({ limit: 500 })
      const again = await planned(rows)
      expect(again.counts).toMatchObject({ new: 0, changed: 0 })
      await resultOf(core.api.imports.apply({ previewId: again.previewId }))
      expect(await core.api.learners.list({ limit: 500 })).toEqual(before)
    }),
    {
      numRuns: 300,
      interruptAfterTimeLimit: 40_000,
      examples,
    },
  )
})
