import { afterEach, expect, test } from 'vitest'
import { workListIds } from '../../shared/rules/workLists.ts'
import type { Role } from '../../shared/values/vocabulary.ts'
import { resultOf } from '../helpers/resultOf.ts'
import { signedInCore, testPassphrase } from '../helpers/testCore.ts'
import { addClass, readingEntry } from '../helpers/testedLearners.ts'
import { workListRows } from '../helpers/workList.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>
const open: Test[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.dispose()
})

const today = '2026-11-20'

async function withClass(names: readonly string[]) {
  const test = await signedInCore({ today })
  open.push(test)
  const learnerIds: number[] = []
  for (const familyName of names) {
    learnerIds.push((await test.api.learners.create({ familyName, givenName: 'Ana' })).learnerId)
  }
  const { sectionId } = await test.api.sections.create({ code: 'ESL 4A', name: 'English 4' })
  if (learnerIds.length > 0) await test.api.sections.addMembers({ sectionId, learnerIds })
  const meet = (heldOn: string, marks: Record<number, 'present' | 'absent' | 'excused'>) =>
    test.api.attendance.save({
      sectionId,
      meetings: [
        {
          heldOn,
          minutes: 600,
          marks: Object.entries(marks).map(([id, mark]) => ({ learnerId: Number(id), mark })),
        },
      ],
    })
  return { ...test, learnerIds, sectionId, meet }
}

test('somebody is due after the minimum hours, overdue at the end of the recommended ones, and then tested', async () => {
  const { api, learnerIds, meet, sectionId } = await withClass(['Abe'])
  const [abe] = learnerIds
  await api.assessments.record({ entries: [readingEntry(abe!, { testedOn: '2026-09-01' })], sectionId })
  const postTests = async () => workListRows(api, 'postTests')
  for (const day of ['01', '03', '08', '10']) await meet(`2026-09-${day}`, { [abe!]: 'present' })
  expect(await postTests(), 'the day of the test does not count').toEqual([])
  await meet('2026-09-15', { [abe!]: 'present' })
  expect(await postTests()).toMatchObject([
    {
      learnerId: abe,
      familyName: 'Abe',
      sections: ['ESL 4A'],
      hours: 40,
      isEstimate: false,
      state: 'due',
      lastForm: '623R',
      nextForm: '624R',
      generationEnded: false,
    },
  ])
  for (const day of ['17', '22', '24', '29']) await meet(`2026-09-${day}`, { [abe!]: 'present' })
  const facts = { component: 'lab', periodFrom: '2026-10-01', periodTo: '2026-10-31', hours: 20 }
  await api.instructionHours.record({ learnerId: abe!, facts })
  expect(await postTests()).toMatchObject([{ hours: 100, state: 'overdue' }])
  await api.assessments.record({
    entries: [readingEntry(abe!, { testedOn: '2026-11-02', form: '624R' })],
    sectionId,
  })
  expect(await postTests()).toEqual([])
})

test('the never tested are listed with their hours; a score that is no number does not count as a test', async () => {
  const { api, learnerIds, meet } = await withClass(['Abe', 'Díaz'])
  const [abe, diaz] = learnerIds
  await meet('2026-09-01', { [abe!]: 'present', [diaz!]: 'absent' })
  await api.assessments.record({ entries: [readingEntry(diaz!, { scoreText: '*' })], sectionId: null })
  expect(await workListRows(api, 'neverTested')).toMatchObject([
    { learnerId: abe, hours: 10 },
    { learnerId: diaz, hours: 0 },
  ])
})

test('three meetings missed in a row are a call to make, until the learner is there again', async () => {
  const { api, learnerIds, meet, sectionId } = await withClass(['Abe', 'Díaz'])
  const [abe, diaz] = learnerIds
  await meet('2026-09-01', { [abe!]: 'absent', [diaz!]: 'present' })
  await meet('2026-09-03', { [abe!]: 'excused', [diaz!]: 'absent' })
  const absences = async () => workListRows(api, 'absences')
  expect(await absences()).toEqual([])
  await meet('2026-09-08', { [abe!]: 'absent', [diaz!]: 'absent' })
  expect(await absences()).toMatchObject([
    { learnerId: abe, sectionId, sectionCode: 'ESL 4A', count: 3, since: '2026-09-01' },
  ])
  await meet('2026-09-10', { [abe!]: 'present', [diaz!]: 'absent' })
  expect(await absences()).toMatchObject([{ learnerId: diaz, count: 3 }])
  await api.sections.removeMembers({ sectionId, learnerIds: [diaz!] })
  expect(await absences(), 'nobody calls after those who left the class').toEqual([])
})

test('a contact takes an absent learner off the list until the next absence, and says then how it went', async () => {
  const { api, learnerIds, meet, sectionId } = await withClass(['Abe'])
  const learnerId = learnerIds[0]!
  const absences = () => workListRows(api, 'absences')
  for (const day of ['01', '03', '08']) await meet(`2026-09-${day}`, { [learnerId]: 'absent' })
  const contact = { learnerId, occasion: 'absence', sectionId, contactedOn: '2026-09-09' } as const
  const { contactId } = await api.contacts.note({ ...contact, result: 'leftMessage' })
  expect(await absences()).toEqual([])
  expect((await api.today.counts({})).lists.find(({ list }) => list === 'absences')!.count).toBe(0)
  await meet('2026-09-05', { [learnerId]: 'absent' })
  expect(await absences(), 'a meeting before the contact, recorded late, is no news').toEqual([])
  await meet('2026-09-10', { [learnerId]: 'absent' })
  expect(await absences()).toMatchObject([
    {
      ...{ learnerId, count: 5, since: '2026-09-01', newest: '2026-09-10' },
      lastContact: { on: '2026-09-09', result: 'leftMessage', reason: null },
    },
  ])
  await api.contacts.withdraw({ contactId })
  expect(await absences()).toMatchObject([{ learnerId, lastContact: null }])
})

test('an exit comes near after sixty days without hours, and a contact gives it two weeks of peace', async () => {
  let day = '2026-09-01'
  const test = await signedInCore({ clock: () => new Date(`${day}T12:00:00`) })
  open.push(test)
  const { api } = test
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Abe', 'Díaz'])
  const [abe, diaz] = learnerIds as [number, number]
  const marks = [
    { learnerId: abe, mark: 'present' as const },
    { learnerId: diaz, mark: 'absent' as const },
  ]
  await api.attendance.save({ sectionId, meetings: [{ heldOn: '2026-09-01', minutes: 600, marks }] })
  const facts = { component: 'lab', periodFrom: '2026-08-01', periodTo: '2026-08-20', hours: 20 }
  await api.instructionHours.record({ learnerId: diaz, facts })
  const near = async (on: string) => {
    day = on
    return (await workListRows(api, 'exitNear')).map((row) => [row.learnerId, row.daysLeft])
  }
  expect(await near('2026-10-18'), 'fifty-nine days after the hours of Díaz').toEqual([])
  expect(await near('2026-10-19'), 'an absence is no service').toEqual([[diaz, 30]])
  expect(await near('2026-10-31')).toEqual([
    [diaz, 18],
    [abe, 30],
  ])
  expect(await workListRows(api, 'exitNear')).toMatchObject([
    { hours: 20, isParticipant: true, lastService: '2026-08-20', lastContact: null },
    { hours: 10, isParticipant: false, lastService: '2026-09-01' },
  ])
  const contact = { occasion: 'exit', contactedOn: '2026-10-31', result: 'reached', reason: 'work' } as const
  await api.contacts.note({ learnerId: diaz, ...contact })
  expect(await near('2026-11-13')).toEqual([[abe, 17]])
  expect(await near('2026-11-14'), 'two weeks later it is asked again').toEqual([
    [diaz, 4],
    [abe, 16],
  ])
  expect((await workListRows(api, 'exitNear'))[0]!.lastContact).toMatchObject({ on: '2026-10-31' })
  expect(await near('2026-11-18'), 'the ninetieth day is the last').toContainEqual([diaz, 0])
  expect(await near('2026-11-19')).toEqual([[abe, 11]])
})

test('those who want a track are listed until a screening of it has looked at them', async () => {
  const { api } = await withClass([])
  const track = (await api.tracks.list({})).find(
    ({ status, requirementCount }) => status === 'active' && requirementCount > 0,
  )!
  const ids: number[] = []
  for (const familyName of ['Abe', 'Díaz'])
    ids.push(
      (await api.learners.create({ familyName, givenName: 'Ana', interestTrackId: track.id })).learnerId,
    )
  const asked = async () => (await workListRows(api, 'screeningAsked')).map(({ learnerId }) => learnerId)
  expect(await workListRows(api, 'screeningAsked')).toMatchObject([
    { learnerId: ids[0], trackId: track.id, trackName: track.name },
    { learnerId: ids[1] },
  ])
  const pool = { kind: 'chosen' as const, learnerIds: [ids[0]!] }
  const screening = { trackId: track.id, startDate: '2026-12-01' }
  await resultOf(api.screenings.run({ ...screening, asOf: '2026-10-01', pool }))
  expect(await asked()).toEqual([ids[1]])

  const again = async () =>
    (await workListRows(api, 'lookAgain')).map((row) => [row.learnerId, row.lookAgainOn])
  await api.waitlist.add({ trackId: track.id, learnerIds: [ids[0]!] })
  const [entry] = (await api.waitlist.list({ trackId: track.id })).rows
  expect(await again()).toEqual([])
  await api.waitlist.change({ id: entry!.id, lookAgainOn: '2026-11-20', note: null })
  expect(await again(), 'today is the day').toEqual([[ids[0], '2026-11-20']])
  await api.waitlist.change({ id: entry!.id, lookAgainOn: '2026-11-21', note: null })
  expect(await again()).toEqual([])
})

test('an instructor has the learners who sit in their classes, and those who sit nowhere since', async () => {
  const { api, core, learnerIds, sectionId } = await withClass(['Abe', 'Díaz', 'Ekuban'])
  const [abe, diaz, ekuban] = learnerIds as [number, number, number]
  const tina = await api.accounts.create({
    ...{ name: 'Tina Bell', roles: ['instructor'], language: 'en', passphrase: testPassphrase },
  })
  const { name: _name, ...section } = (await api.sections.list({})).rows[0]!
  await api.sections.change({
    ...{ sectionId, code: section.code, name: 'English 4', site: null },
    ...{ startDate: null, endDate: null, instructorAccountId: tina.id },
  })
  const other = await api.sections.create({ code: 'ESL 5B', name: 'English 5' })
  await core
    .requireOpen()
    .file.writer.updateTable('sectionMembers')
    .set({ startDate: '2026-08-01', endDate: '2026-10-01' })
    .where('learnerId', 'in', [diaz, ekuban])
    .execute()
  await api.sections.addMembers({ ...other, learnerIds: [ekuban] })
  const signedIn = core.caller!
  core.accountChanged({ ...signedIn, id: tina.id, roles: ['instructor'] })
  const mine = (await workListRows(api, 'neverTested')).map(({ learnerId }) => learnerId)
  expect(mine, 'whoever moved to another class is tested there').toEqual([abe, diaz])
  const here = (await workListRows(api, 'neverTested', sectionId)).map(({ learnerId }) => learnerId)
  expect(here).toEqual([abe])
  core.accountChanged({ ...signedIn, id: tina.id, roles: ['coordinator', 'instructor'] })
  expect(await workListRows(api, 'neverTested')).toHaveLength(3)
  expect(await workListRows(api, 'neverTested', 'ownClasses')).toHaveLength(2)
  core.accountChanged(signedIn)
})

test('each role has its lists, several roles have those of all, and who only looks on has none', async () => {
  const { api, core } = await withClass([])
  const signedIn = core.caller!
  const listsOf = async (...roles: Role[]) => {
    core.accountChanged({ ...signedIn, roles })
    const { lists } = await api.today.counts({})
    core.accountChanged(signedIn)
    return lists.map(({ list }) => list)
  }
  expect(await listsOf('instructor')).toEqual(['postTests', 'neverTested', 'absences', 'exitNear'])
  expect(await listsOf('director')).toEqual(['screeningAsked', 'lookAgain', 'outcomes', 'exams'])
  expect(await listsOf('staff', 'administrator')).toEqual(['outcomes', 'exams'])
  expect(await listsOf('instructor', 'director')).toEqual([...workListIds])
  expect((await listsOf('coordinator')).toSorted()).toEqual([...workListIds].toSorted())
  expect(await listsOf('viewer', 'administrator')).toEqual([])
})

test('a list leaves as a workbook or on paper, and both say so in the record of disclosures', async () => {
  const { api, learnerIds, sectionId } = await withClass(['Abe', 'Díaz'])
  const list = { list: 'neverTested', of: sectionId, language: 'es' } as const
  const paper = await api.today.listOnPaper(list)
  expect(paper.of).toEqual(['Clase: ESL 4A'])
  expect(paper.columns.map(({ heading }) => heading)).toEqual([
    ...['ID de estudiante', 'Apellidos', 'Nombres', 'Clases', 'Horas', 'Notas'],
  ])
  expect(paper.rows).toEqual([
    [null, 'Abe', 'Ana', 'ESL 4A', 0, null],
    [null, 'Díaz', 'Ana', 'ESL 4A', 0, null],
  ])
  const ticket = await resultOf(api.today.exportList(list))
  expect(ticket.name).toBe('sin-evaluar-2026-11-20.xlsx')
  await api.audit.notePrint({ printed: { content: 'workList', ...list } })
  const { rows } = await api.audit.disclosures({})
  expect(
    rows.map(({ content, format, learnerCount, filters }) => [content, format, learnerCount, filters]),
  ).toEqual([
    ['workList', 'print', 2, ['Lista: Aún sin evaluar', 'Clase: ESL 4A']],
    ['workList', 'xlsx', 2, ['Lista: Aún sin evaluar', 'Clase: ESL 4A']],
  ])
  expect(learnerIds).toHaveLength(2)
})
