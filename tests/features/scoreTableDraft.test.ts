import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  draftOf,
  emptyDraft,
  laterDraft,
  tableInput,
} from '../../renderer/features/instruments/scoreTableDraft.ts'
import { signedInCore } from '../helpers/testCore.ts'

let core: Awaited<ReturnType<typeof signedInCore>>
beforeAll(async () => {
  core = await signedInCore()
})
afterAll(() => core.dispose())

it('gives every shipped table back as it was, edited by nobody', async () => {
  for (const table of await core.api.instruments.list({})) {
    const { table: saved, relevelled } = await core.api.instruments.saveTable(
      tableInput(draftOf(table), table.skillArea),
    )
    expect(saved).toEqual(table)
    expect(relevelled).toBe(0)
  }
})

it('reads forms between commas, spaces and line ends, and fills what may be left out', () => {
  const draft = { ...emptyDraft, instrument: 'Own test', forms: ' a1,B2 ;\nc3 ', source: 'Own' }
  expect(tableInput({ ...draft, recommendedFrom: 50 }, 'reading')).toMatchObject({
    id: null,
    generation: 'Own test',
    forms: ['a1', 'B2', 'c3'],
    levels: null,
    recommendedHours: { from: 50, to: 50 },
  })
  expect(tableInput(draft, 'reading').recommendedHours).toBeNull()
})

it('begins a later table with the chart of the older one and without its days', async () => {
  const [table] = await core.api.instruments.list({})
  expect(laterDraft(table!)).toMatchObject({
    id: null,
    effectiveFrom: null,
    effectiveTo: null,
    lowest: [null, 184, 197, 207, 217, 228],
    highest: 238,
  })
})
