import type { RouterClient } from '@orpc/server'
import type { router } from '../../db/router.ts'

/** One person with two records: the same test with two scores, a seat in one class under both, two numbers. */
export async function twiceOnRecord(api: RouterClient<typeof router>) {
  const add = (familyName: string, studentId: string, more: object) =>
    api.learners.create({ familyName, givenName: 'María', studentId, ...more })
  const kept = await add('Quispe Flores', 'S-1001', {
    ...{ birthDate: '1990-04-05', email: 'maria@example.org', notes: 'Works nights.' },
    phones: [{ number: '704-555-0101' }],
  })
  const other = await add('Quispe', 'S-2002', {
    ...{ firstLanguage: 'Spanish', notes: 'Takes bus 12.', status: 'prospect' },
    phones: [{ number: '704-555-0199' }],
  })
  const [keptId, otherId] = [kept.learnerId, other.learnerId]
  const { sectionId } = await api.sections.create({ code: 'ESL-9', name: 'English nights' })
  await api.sections.addMembers({ sectionId, learnerIds: [keptId, otherId] })
  const reading = { instrument: 'CASAS Reading STEPS', skillArea: 'reading', form: '621R' } as const
  const listening = { instrument: 'CASAS Listening STEPS', skillArea: 'listening', form: '621L' } as const
  const testedOn = '2026-05-04'
  await api.assessments.record({
    sectionId: null,
    entries: [
      { learnerId: keptId, ...reading, testedOn, scoreText: '205' },
      { learnerId: otherId, ...reading, testedOn, scoreText: '211' },
      { learnerId: otherId, ...listening, testedOn, scoreText: '207' },
    ],
  })
  return { keptId, otherId, sectionId }
}
