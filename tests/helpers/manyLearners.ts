import type { Core } from '../../db/core.ts'
import { addDays } from '../../shared/values/dates.ts'
import { nameSearchKey } from '../../shared/values/names.ts'

const families =
  'Núñez,García,Đặng,Nguyễn,Kowalski,Traoré,Aye,Haile,Petrov,Silva,Ouyang,Rahimi,Diallo,Cruz,Okafor,Sosa'.split(
    ',',
  )
const given = 'María,José,Ánh,Luz,Amina,Jean,Olga,Wei,Fatima,Carlos,Thị,Samuel,Rosa,Ibrahim,Elena,Minh'.split(
  ',',
)
const areas = ['reading', 'listening', 'speaking'] as const

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * sides)
  }
}

/** Fills an open program with invented learners, six tests each, in 400 classes; for measuring. */
export async function addManyLearners(core: Core, count: number): Promise<void> {
  const roll = dice(7)
  const now = core.now()
  const family = () => families[roll(families.length)]!
  const learners = Array.from({ length: count }, (_, index) => {
    const name = {
      familyName: `${family()} ${family()}`,
      givenName: `${given[roll(given.length)]!} ${given[roll(given.length)]!}`,
      preferredName: null,
    }
    return {
      ...name,
      id: index + 1,
      studentId: `10${String(index).padStart(6, '0')}`,
      foldedName: nameSearchKey(name),
      birthDate: addDays('1960-01-01', roll(16_000)),
      status: roll(10) === 0 ? 'left' : 'active',
      notes: 'Works evenings; prefers a text message.',
      createdAt: now,
      updatedAt: now,
    }
  })
  const phones = learners.map(({ id }) => {
    const digits = `704555${String(roll(10_000)).padStart(4, '0')}`
    return { learnerId: id, position: 0, number: digits, digits, contactName: null }
  })
  const sections = Array.from({ length: 400 }, (_, index) => ({
    id: index + 1,
    code: `ESL-${1 + (index % 6)} ${String(index).padStart(3, '0')}`,
    name: 'ESL',
  }))
  const members = learners.map(({ id }) => ({
    sectionId: 1 + roll(400),
    learnerId: id,
    startDate: '2026-01-10',
  }))
  const assessments = learners.flatMap(({ id }) =>
    Array.from({ length: 6 }, (_, number) => {
      const score = 180 + roll(60)
      return {
        id: (id - 1) * 6 + number + 1,
        learnerId: id,
        instrument: 'CASAS STEPS',
        skillArea: areas[number % 3]!,
        form: number < 3 ? '621R' : '622R',
        testedOn: addDays(number < 3 ? '2025-09-01' : '2026-03-01', roll(100)),
        score,
        scoreText: String(score),
        level: Math.min(7, 1 + Math.floor((score - 180) / 9)),
        recordedAt: now,
      }
    }),
  )
  const newest = assessments.filter((_, index) => index % 6 >= 3)
  await core
    .requireOpen()
    .file.writer.transaction()
    .execute(async (db) => {
      const inBatches = async <Row>(rows: readonly Row[], insert: (batch: Row[]) => Promise<unknown>) => {
        for (let start = 0; start < rows.length; start += 1000) await insert(rows.slice(start, start + 1000))
      }
      await inBatches(learners, (batch) => db.insertInto('learners').values(batch).execute())
      await inBatches(phones, (batch) => db.insertInto('learnerPhones').values(batch).execute())
      await inBatches(sections, (batch) => db.insertInto('sections').values(batch).execute())
      await inBatches(members, (batch) => db.insertInto('sectionMembers').values(batch).execute())
      await inBatches(assessments, (batch) => db.insertInto('assessments').values(batch).execute())
      await inBatches(newest, (batch) =>
        db
          .insertInto('currentLevels')
          .values(
            batch.map(({ id, learnerId, skillArea, level, score, testedOn }) => {
              return { learnerId, skillArea, assessmentId: id, level, score, testedOn }
            }),
          )
          .execute(),
      )
    })
}
