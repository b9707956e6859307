import { setImmediate } from 'node:timers/promises'
import {
  decidingEvidenceOf,
  type DecidingEvidence,
  type DuplicateReason,
} from '../../shared/rules/duplicateReasons.ts'
import type { DuplicateProposal } from '../../shared/rules/duplicates.ts'
import type { Reader } from '../schema.ts'
import { everybodyOnRecord, peopleAtOnce, type Everybody } from './everybody.ts'

/** Two records that may be one person, the one made first in front. */
export interface ProposedPair {
  readonly firstId: number
  readonly secondId: number
  readonly reasons: readonly DuplicateReason[]
  readonly evidence: DecidingEvidence
}

const pairKey = (firstId: number, secondId: number) => `${firstId} ${secondId}`

async function compareEverybody({ people, index }: Everybody): Promise<ProposedPair[]> {
  const found: DuplicateProposal[] = []
  for (const [place, person] of people.entries()) {
    found.push(...index.findEarlier(person))
    if (place % peopleAtOnce === peopleAtOnce - 1) await setImmediate()
  }
  return found
    .sort((a, b) => b.score - a.score || Number(a.firstId) - Number(b.firstId))
    .map(({ firstId, secondId, reasons }) => ({
      ...{ firstId: Number(firstId), secondId: Number(secondId), reasons },
      evidence: decidingEvidenceOf(reasons),
    }))
}

const compared = new WeakMap<Everybody, Promise<ProposedPair[]>>()

/** The pairs that wait for an answer, the strongest evidence first. */
export async function openProposals(db: Reader): Promise<readonly ProposedPair[]> {
  const everybody = await everybodyOnRecord(db)
  const pairs = compared.get(everybody) ?? compareEverybody(everybody)
  compared.set(everybody, pairs)
  const answers = await db.selectFrom('distinctPeople').select(['learnerId', 'otherLearnerId']).execute()
  const answered = new Set(answers.map(({ learnerId, otherLearnerId }) => pairKey(learnerId, otherLearnerId)))
  return (await pairs).filter(({ firstId, secondId }) => !answered.has(pairKey(firstId, secondId)))
}
