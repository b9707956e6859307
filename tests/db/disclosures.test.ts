import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyChain } from '../../db/audit/verifyChain.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore, testAccountName } from '../helpers/testCore.ts'
import { addLearner } from '../helpers/testedLearners.ts'

let program: Awaited<ReturnType<typeof signedInCore>>
let learnerIds: number[]

beforeEach(async () => {
  program = await signedInCore()
  learnerIds = []
  for (const name of ['Rivera', 'Sosa', 'Tran']) learnerIds.push(await addLearner(program.api, name))
})
afterEach(() => program.dispose())

const file = () => program.core.requireOpen().file
const kept = () => file().reader.selectFrom('disclosures').selectAll().orderBy('id').execute()
const learnersIn = async (disclosureId: number) => {
  const rows = await file()
    .reader.selectFrom('disclosureLearners')
    .select('learnerId')
    .where('disclosureId', '=', disclosureId)
    .orderBy('learnerId')
    .execute()
  return rows.map(({ learnerId }) => learnerId)
}
const outside = { audience: 'outside', recipient: 'State adult education office' } as const

test('an export keeps who, when, what, how many and whose; for people of the program unless told', async () => {
  await resultOf(program.api.learners.export({ language: 'en', text: 'Rivera' }))
  const [row] = await kept()
  expect(row).toMatchObject({
    ...{ at: program.core.now(), accountName: testAccountName, method: 'learners.export' },
    ...{ content: 'learners', format: 'xlsx', rowCount: 1, learnerCount: 1 },
    ...{ audience: 'inside', recipient: null, purpose: null, purposeNote: null },
  })
  expect(await learnersIn(row!.id)).toEqual([learnerIds[0]])
})

test('what was searched for is not kept: it may be a name', async () => {
  await resultOf(program.api.learners.export({ language: 'en', text: 'Rivera', status: ['active'] }))
  expect(JSON.parse((await kept())[0]!.filters)).toEqual(['Words were searched for', 'Status: Active'])
  const entry = await file()
    .reader.selectFrom('auditEntries')
    .select('after')
    .where('subject', '=', 'disclosure')
    .executeTakeFirstOrThrow()
  expect(entry.after).not.toContain('Rivera')
})

test('for somebody outside the recipient and the purpose are asked for, at their fields', async () => {
  const refusal = await failureOf(
    resultOf(
      program.api.learners.export({
        language: 'en',
        disclosure: { audience: 'outside', recipient: ' ', purpose: 'other', note: '' },
      }),
    ),
  )
  expect(refusal.kind).toBe('invalidInput')
  expect(refusal.fields.map(({ path }) => path)).toContain('disclosure.recipient')
  const withoutReason = { ...outside, purpose: 'other', note: null } as const
  const other = await failureOf(
    resultOf(program.api.learners.export({ language: 'en', disclosure: withoutReason })),
  )
  expect(other.fields).toMatchObject([{ path: 'disclosure.note', code: 'required' }])
  expect(await kept()).toEqual([])
})

test('names are not handed out as figures only', async () => {
  const disclosure = { ...outside, purpose: 'withoutNames' } as const
  const refusal = await failureOf(resultOf(program.api.learners.export({ language: 'en', disclosure })))
  expect(refusal.fields).toMatchObject([{ path: 'disclosure.purpose', code: 'audit.holdsNames' }])
  await resultOf(program.api.cohorts.export({ language: 'en', disclosure }))
  expect(await kept()).toMatchObject([{ content: 'cohorts', purpose: 'withoutNames', learnerCount: 0 }])
})

test('to somebody outside: the recipient, the purpose and the note stand on record', async () => {
  const disclosure = { ...outside, purpose: 'programEvaluation', note: 'Yearly audit' } as const
  await resultOf(program.api.learners.export({ language: 'es', disclosure }))
  const [row] = await kept()
  expect(row).toMatchObject({
    ...{ audience: 'outside', recipient: outside.recipient },
    ...{ purpose: 'programEvaluation', purposeNote: 'Yearly audit', learnerCount: 3 },
  })
})

test('a printed report is kept like an export', async () => {
  await program.api.audit.notePrint({
    printed: { content: 'completionReport', filters: { audience: 'outside' } },
    disclosure: { ...outside, purpose: 'withoutNames' },
  })
  expect(await kept()).toMatchObject([
    { method: 'audit.notePrint', content: 'completionReport', format: 'print', learnerCount: 0 },
  ])
  const missing = { content: 'screeningResult', screeningId: 1, learnerId: learnerIds[0]! } as const
  expect(await failureOf(program.api.audit.notePrint({ printed: missing }))).toMatchObject({
    kind: 'notFound',
  })
})

const noProgress = async () => {}

test.each([
  ['another recipient', () => file().writer.updateTable('disclosures').set({ recipient: 'x' }).execute()],
  [
    'a learner less',
    () => file().writer.deleteFrom('disclosureLearners').where('learnerId', '=', 2).execute(),
  ],
  ['no disclosure', () => file().writer.deleteFrom('disclosures').execute()],
])('a disclosure changed afterwards shows in the record of changes: %s', async (_, tamper) => {
  await resultOf(
    program.api.learners.export({ language: 'en', disclosure: { ...outside, purpose: 'consent' } }),
  )
  expect(await verifyChain(file().reader, noProgress)).toMatchObject({ state: 'intact' })
  await tamper()
  const { id } = await file()
    .reader.selectFrom('auditEntries')
    .select('id')
    .where('subject', '=', 'disclosure')
    .executeTakeFirstOrThrow()
  expect(await verifyChain(file().reader, noProgress)).toMatchObject({
    ...{ state: 'broken', fault: 'disclosureChanged', entryId: id },
  })
})
