import {
  decidingEvidenceOf,
  type DecidingEvidence,
  type DuplicateReason,
} from '../../shared/rules/duplicateReasons.ts'
import type { DuplicateProposal } from '../../shared/rules/duplicates.ts'
import type { ReportProgress } from '../calls/call.ts'
import { SharedWork } from '../calls/sharedWork.ts'
import type { Reader } from '../schema.ts'
import { everybodyOnRecord, type Everybody } from './everybody.ts'

/** Two records that may be one person, the one made first in front. */
export interface ProposedPair {
  readonly firstId: number
  readonly secondId: number
  readonly reasons: readonly DuplicateReason[]
  readonly evidence: DecidingEvidence
}

/** So many are compared with everybody else at a time, in a few milliseconds. */
const peopleAtOnce = 100

const pairKey = (firstId: number, secondId: number) => `${firstId} ${secondId}`

async function compareEverybody(
  { people, index }: Everybody,
  report: ReportProgress,
): Promise<ProposedPair[]> {
  const found: DuplicateProposal[] = []
  for (const [place, person] of people.entries()) {
    if (place % peopleAtOnce === 0) await report('comparingPeople', place, people.length)
    found.push(...index.findEarlier(person))
  }
  return found
    .sort((a, b) => b.score - a.score || Number(a.firstId) - Number(b.firstId))
    .map(({ firstId, secondId, reasons }) => ({
      ...{ firstId: Number(firstId), secondId: Number(secondId), reasons },
      evidence: decidingEvidenceOf(reasons),
    }))
}

const compared = new WeakMap<Everybody, SharedWork<ProposedPair[]>>()

function comparedPairs(everybody: Everybody): SharedWork<ProposedPair[]> {
  const before = compared.get(everybody)
  if (before && !before.hasFailed) return before
  const pairs = new SharedWork((report) => compareEverybody(everybody, report))
  compared.set(everybody, pairs)
  return pairs
}

/** The pairs that wait for an answer, the strongest evidence first. */
export async function openProposals(db: Reader, progress?: ReportProgress): Promise<readonly ProposedPair[]> {
  const everybody = await everybodyOnRecord(db, progress)
  const pairs = await comparedPairs(everybody).result(progress)
  const answers = await db.selectFrom('distinctPeople').select(['learnerId', 'otherLearnerId']).execute()
  const answered = new Set(answers.map(({ learnerId, otherLearnerId }) => pairKey(learnerId, otherLearnerId)))
  return pairs.filter(({ firstId, secondId }) => !answered.has(pairKey(firstId, secondId)))
}
