import { afterEach, expect, test } from 'vitest'
import type { Role } from '../../shared/values/vocabulary.ts'
import { failureOf } from '../helpers/failureOf.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { addClass } from '../helpers/testedLearners.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

async function withAbsentLearner() {
  const test = await signedInCore({ today: '2026-08-01' })
  open.push(test)
  const { sectionId, learnerIds } = await addClass(test.api, 'ESL-4A', ['Zapata', 'Abe'])
  const [zapata, abe] = learnerIds as [number, number]
  const meet = (heldOn: string, mark: 'present' | 'absent') =>
    test.api.attendance.save({
      sectionId,
      meetings: [
        {
          heldOn,
          minutes: 120,
          marks: [
            { learnerId: zapata, mark },
            { learnerId: abe, mark: 'present' },
          ],
        },
      ],
    })
  await meet('2026-06-30', 'present')
  for (const day of ['07', '14', '21']) await meet(`2026-07-${day}`, 'absent')
  const contact = {
    learnerId: zapata,
    occasion: 'absence' as const,
    sectionId,
    contactedOn: '2026-07-22',
    result: 'reached' as const,
    reason: 'work' as const,
  }
  return { ...test, sectionId, zapata, abe, meet, contact }
}

test('a contact stands in the timeline, the record of changes and the export of the record, and can be taken back', async () => {
  const { api, zapata, contact } = await withAbsentLearner()
  const { contactId } = await api.contacts.note(contact)
  const [newest] = await api.learners.timeline({ learnerId: zapata })
  expect(newest).toEqual({
    ...{ kind: 'contact', id: contactId, on: '2026-07-22', occasion: 'absence' },
    ...{ sectionCode: 'ESL-4A', result: 'reached', reason: 'work', byName: 'Alma Rivera' },
  })
  const said = await api.audit.ofLearner({ learnerId: zapata, language: 'en' })
  expect(said.rows[0]).toMatchObject({ action: 'Noted a contact', subject: 'contact' })
  expect(said.rows[0]!.changes.map(({ field, after }) => [field, after])).toEqual([
    ['About', 'Absences'],
    ['Class', 'ESL-4A'],
    ['Contact on', 'Jul 22, 2026'],
    ['Result', 'Reached'],
    ['Reason', 'Work'],
    ['Absent or without service since', 'Jul 21, 2026'],
  ])
  const ticket = await resultOf(api.keep.exportRecord({ learnerId: zapata, language: 'en' }))
  expect(ticket.size).toBeGreaterThan(0)
  await api.contacts.withdraw({ contactId })
  const kinds = (await api.learners.timeline({ learnerId: zapata })).map(({ kind }) => kind)
  expect(kinds).not.toContain('contact')
  expect((await failureOf(api.contacts.withdraw({ contactId }))).code).toBe('notFound')
})

test('a contact has a day that has come, something to be about, and a reason only where one can be told', async () => {
  const { api, abe, contact } = await withAbsentLearner()
  const fieldsOf = async (input: Parameters<typeof api.contacts.note>[0]) =>
    (await failureOf(api.contacts.note(input))).fields.map(({ path, code }) => [path, code])
  expect(await fieldsOf({ ...contact, contactedOn: '2026-08-02' })).toEqual([
    ['contactedOn', 'contacts.inFuture'],
  ])
  expect(await fieldsOf({ ...contact, result: 'leftMessage' })).toEqual([['reason', 'notUnderstood']])
  expect(await fieldsOf({ ...contact, sectionId: null })).toEqual([['sectionId', 'required']])
  expect((await failureOf(api.contacts.note({ ...contact, learnerId: abe }))).code).toBe(
    'contacts.nothingToNote.absence',
  )
  const newcomer = await api.learners.create({ familyName: 'Díaz', givenName: 'Ana' })
  const exit = { ...contact, ...newcomer, occasion: 'exit', sectionId: null } as const
  expect((await failureOf(api.contacts.note(exit))).code).toBe('contacts.nothingToNote.exit')
  expect(await api.contacts.note({ ...exit, learnerId: abe, reason: null })).toHaveProperty('contactId')
})

test('instructors, coordinators and directors note contacts, nobody else', async () => {
  const { api, core, contact } = await withAbsentLearner()
  const caller = core.caller!
  const as = async (role: Role) => {
    core.accountChanged({ ...caller, roles: [role] })
    try {
      await api.contacts.note(contact)
      return 'noted'
    } catch {
      return 'refused'
    } finally {
      core.accountChanged(caller)
    }
  }
  expect(await as('coordinator')).toBe('noted')
  expect(await as('director')).toBe('noted')
  for (const role of ['staff', 'viewer', 'administrator'] as const) expect(await as(role)).toBe('refused')
})

test('contacts go with an erased person, and are counted before', async () => {
  const { api, core, zapata, contact } = await withAbsentLearner()
  await api.contacts.note({ ...contact, contactedOn: '2026-07-30' })
  const preview = await api.keep.previewErase({ learnerIds: [zapata] })
  expect(preview.goes.contacts).toBe(1)
  await resultOf(
    api.keep.erase({ learnerIds: [zapata], reason: 'personAsked', confirmation: preview.confirmation }),
  )
  const left = await core.requireOpen().file.reader.selectFrom('contacts').select('id').execute()
  expect(left).toEqual([])
})
