import { type Requirement } from './requirements.ts'

/** The fields of a requirement in which two versions can differ, in the order in which people read them. */
export const comparedFields = [
  'rule',
  'strength',
  'message',
  'nextStep',
  'offeredBy',
  'waivable',
  'maximumAgeDays',
  'margin',
  'source',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** What one version of a track's rules says otherwise than another. */
export type VersionChange =
  | { readonly kind: 'added' | 'removed'; readonly requirement: Requirement }
  | {
      readonly kind: 'changed'
      readonly before: Requirement
      readonly after: Requirement
      readonly fields: readonly ComparedField[]
    }
  | { readonly kind: 'reordered' }

/** Ids differ in every version and say nothing. */
function comparable(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'id' ? undefined : part))
}

/** The changes from one version to another, by the keys of the requirements; empty if they say the same. */
export function versionChanges(
  before: readonly Requirement[],
  after: readonly Requirement[],
): VersionChange[] {
  const former = new Map(before.map((requirement) => [requirement.key, requirement]))
  const changes: VersionChange[] = []
  for (const requirement of after) {
    const old = former.get(requirement.key)
    former.delete(requirement.key)
    if (old === undefined) {
      changes.push({ kind: 'added', requirement })
      continue
    }
    const fields = comparedFields.filter((field) => comparable(old[field]) !== comparable(requirement[field]))
    if (fields.length > 0) changes.push({ kind: 'changed', before: old, after: requirement, fields })
  }
  for (const requirement of former.values()) changes.push({ kind: 'removed', requirement })
  const inBoth = (list: readonly Requirement[], other: readonly Requirement[]) =>
    list.map(({ key }) => key).filter((key) => other.some((one) => one.key === key))
  const isReordered = inBoth(before, after).join('\n') !== inBoth(after, before).join('\n')
  return isReordered ? [...changes, { kind: 'reordered' }] : changes
}
