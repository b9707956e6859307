import type { AssessmentEntry, AssessmentRecord } from '../../shared/contract/assessments.ts'
import { signedInCore } from '../helpers/testCore.ts'
import { addLearner } from '../helpers/testedLearners.ts'

type Test = Awaited<ReturnType<typeof signedInCore>>

interface OpenedCores {
  opened(): Promise<Test>
  /** A core with one learner, and the recording of that or other learners' tests. */
  withLearner(birthDate?: string): Promise<Test & WithLearner>
  closeAll(): Promise<void>
}

interface WithLearner {
  learnerId: number
  record(...entries: AssessmentEntry[]): Promise<AssessmentRecord[]>
}

/** Cores opened in a test, closed after it by `closeAll`. */
export function openedCores(): OpenedCores {
  const open: Test[] = []
  const opened = async () => {
    const core = await signedInCore()
    open.push(core)
    return core
  }
  return {
    opened,
    async withLearner(birthDate = '1990-05-02') {
      const core = await opened()
      const learnerId = await addLearner(core.api, 'Rivera', { birthDate })
      const record = (...entries: AssessmentEntry[]) =>
        core.api.assessments.record({ entries, sectionId: null })
      return { ...core, learnerId, record }
    },
    async closeAll() {
      for (const core of open.splice(0)) await core.dispose()
    },
  }
}

/** The kept current levels, by learner and skill. */
export const currentLevels = ({ core }: Pick<Test, 'core'>) =>
  core
    .requireOpen()
    .file.reader.selectFrom('currentLevels')
    .select(['learnerId', 'skillArea', 'level', 'score', 'testedOn'])
    .orderBy('learnerId')
    .orderBy('skillArea')
    .execute()
