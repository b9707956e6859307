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

const word = fc.constantFrom(
  'Núñez',
  'NUNEZ',
  'García Hernández',
  'Lê',
  "O'Farrill",
  'Diallo',
  'Ana',
  'Thị Ánh',
)
const birth = fc.constantFrom('03/09/1981', '1981-09-03', '9 Mar 1981', '1990-12-31', '', '2/30/1990')
const studentId = fc.constantFrom('17', '18', '19', 'T9', '')
const phone = fc.constantFrom('704-555-6374', '7045556374', '704-555-9526', '', 'none')
const language = fc.constantFrom('Spanish', 'spanish', 'Mixtec', '')
const section = fc.constantFrom('ESL-5', 'ESL-6', '')
const row = fc
  .tuple(studentId, word, word, birth, phone, language, section)
  .map((cells) => `${cells.join(',')},HVAC`)

test('whatever a roster holds, applying it again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
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
      // Found by chance once: the second row brings the number, and the better spelling.
      examples: [
        [
          [
            ',Diallo,Núñez,03/09/1981,704-555-9526,spanish,ESL-5,HVAC',
            '17,Diallo,Núñez,03/09/1981,704-555-9526,Spanish,ESL-5,HVAC',
          ],
        ],
      ],
    },
  )
})
