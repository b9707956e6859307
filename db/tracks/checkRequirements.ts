import type { FieldProblem } from '../../shared/contract/failures.ts'
import { requirementProblems } from '../../shared/rules/screening/requirementProblems.ts'
import type { Requirement } from '../../shared/rules/screening/requirements.ts'
import { invalidFields } from '../failure.ts'

const keysOf = ({ key, rule }: Requirement): string[] =>
  rule.kind === 'anyOf' ? [key, ...rule.members.map((member) => member.key)] : [key]

function placeOf(requirement: Requirement, index: number, memberKey: string | null): string {
  const { rule } = requirement
  if (memberKey === null || rule.kind !== 'anyOf') return `requirements.${index}`
  const member = rule.members.findIndex(({ key }) => key === memberKey)
  return `requirements.${index}.rule.members.${member}`
}

/** Refuses rules that could not be asked or explained, with each requirement at fault. */
export function refuseUnsoundRequirements(requirements: readonly Requirement[]): void {
  const problems: FieldProblem[] = requirements.flatMap((requirement, index) =>
    requirementProblems(requirement).map(({ code, memberKey }) => ({
      path: placeOf(requirement, index, memberKey),
      code: `tracks.problems.${code}`,
      values: {},
    })),
  )
  const seen = new Set<string>()
  requirements.forEach((requirement, index) => {
    const keys = keysOf(requirement)
    if (keys.some((key) => seen.has(key))) {
      problems.push({ path: `requirements.${index}`, code: 'tracks.problems.keyTwice', values: {} })
    }
    for (const key of keys) seen.add(key)
  })
  if (problems.length > 0) throw invalidFields(problems)
}

/** Gives every requirement an id that is its own in all versions of all tracks. */
export function withIds(
  requirements: readonly Requirement[],
  trackId: number,
  version: number,
): Requirement[] {
  const idOf = (key: string) => `${trackId}.${version}.${key}`
  return requirements.map((requirement) => {
    const { rule, key } = requirement
    if (rule.kind !== 'anyOf') return { ...requirement, id: idOf(key) }
    const members = rule.members.map((member) => ({ ...member, id: idOf(member.key) }))
    return { ...requirement, id: idOf(key), rule: { kind: 'anyOf', members } }
  })
}
