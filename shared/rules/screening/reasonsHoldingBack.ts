import { type LearnerScreening, type RequirementAnswer } from './answers.ts'

/** How many learners one required requirement holds back. */
export interface HoldingReason {
  readonly key: string
  readonly notMet: number
  readonly unknown: number
  /** Of those not met: inside the margin set for the requirement. */
  readonly withinReach: number
  /** Of those not met: nothing else required is unmet or unknown. */
  readonly onlyThis: number
  /** Points missing, ascending, of those not met where the gap is known in points. */
  readonly pointsBelow: readonly number[]
}

/** Points missing in one answer; for an any-of group those of its nearest member; null if not in points. */
export function pointsMissing(answer: RequirementAnswer): number | null {
  const { evidence } = answer
  const single =
    evidence.kind === 'anyOf'
      ? evidence.members.find((member) => member.key === evidence.decidingMember)?.evidence
      : evidence
  return single !== undefined && 'pointsBelow' in single ? single.pointsBelow : null
}

/** Counts by required requirement, the one that holds back most people first. */
export function reasonsHoldingBack(
  screenings: readonly Pick<LearnerScreening, 'answers'>[],
): HoldingReason[] {
  const unmet = new Map<string, { answer: RequirementAnswer; alone: boolean }[]>()
  const unknown = new Map<string, number>()
  for (const { answers } of screenings) {
    const open = answers.filter(
      ({ strength, state }) => strength === 'required' && (state === 'notMet' || state === 'unknown'),
    )
    for (const answer of open) {
      if (answer.state === 'unknown') unknown.set(answer.key, (unknown.get(answer.key) ?? 0) + 1)
      else {
        const list = unmet.get(answer.key) ?? []
        list.push({ answer, alone: open.length === 1 })
        unmet.set(answer.key, list)
      }
    }
  }
  return [...new Set([...unmet.keys(), ...unknown.keys()])]
    .map((key) => reasonOf(key, unmet.get(key) ?? [], unknown.get(key) ?? 0))
    .sort((a, b) => b.notMet - a.notMet || b.unknown - a.unknown)
}

function reasonOf(
  key: string,
  unmet: readonly { readonly answer: RequirementAnswer; readonly alone: boolean }[],
  unknown: number,
): HoldingReason {
  const points = unmet.map(({ answer }) => pointsMissing(answer)).filter((gap) => gap !== null)
  return {
    key,
    notMet: unmet.length,
    unknown,
    withinReach: unmet.filter(({ answer }) => answer.withinReach).length,
    onlyThis: unmet.filter(({ alone }) => alone).length,
    pointsBelow: points.sort((a, b) => a - b),
  }
}

/** Of those a requirement holds back, how many are within so many points of it. */
export function countWithinPoints(reason: HoldingReason, points: number): number {
  return reason.pointsBelow.filter((gap) => gap <= points).length
}
