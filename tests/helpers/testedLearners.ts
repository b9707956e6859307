import type { AssessmentEntry } from '../../shared/contract/assessments.ts'
import type { signedInCore } from './testCore.ts'

type Api = Awaited<ReturnType<typeof signedInCore>>['api']

/** A learner with so much of a record as tests of assessments need. */
export async function addLearner(
  api: Api,
  familyName: string,
  more: { birthDate?: string; studentId?: string } = {},
) {
  const { learnerId } = await api.learners.create({ familyName, givenName: 'Ana', ...more })
  return learnerId
}

/** A class with new learners of these family names in it. */
export async function addClass(api: Api, code: string, familyNames: readonly string[]) {
  const { sectionId } = await api.sections.create({ code, name: `English ${code}` })
  const learnerIds: number[] = []
  for (const [index, name] of familyNames.entries()) {
    learnerIds.push(
      await addLearner(api, name, { studentId: `${code}-${index + 1}`, birthDate: '1990-05-02' }),
    )
  }
  await api.sections.addMembers({ sectionId, learnerIds })
  return { sectionId, learnerIds }
}

/** A reading test as typed on 30 July 2026, with what the test says otherwise. */
export function readingEntry(learnerId: number, more: Partial<AssessmentEntry> = {}): AssessmentEntry {
  return {
    learnerId,
    instrument: 'CASAS Reading STEPS',
    skillArea: 'reading',
    form: '623R',
    testedOn: '2026-07-30',
    scoreText: '212',
    sameFormReason: null,
    earlyReason: null,
    ...more,
  }
}

/** Ana Zapata in class ESL-4A, absent three meetings running. */
export async function addAbsentLearner(api: Api): Promise<number> {
  const { sectionId, learnerIds } = await addClass(api, 'ESL-4A', ['Zapata'])
  const learnerId = learnerIds[0]!
  const marks = [{ learnerId, mark: 'absent' as const }]
  const meetings = ['07', '14', '21'].map((day) => ({ heldOn: `2026-07-${day}`, minutes: 120, marks }))
  await api.attendance.save({ sectionId, meetings })
  return learnerId
}
