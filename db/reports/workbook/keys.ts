import type { Counted, Population } from '../population.ts'

/**
 * Numbers for what people named themselves. Formulas count by them: as a criterion, a code such as `>5`,
 * `NA*` or `01` would mean something else than it says.
 */
export interface Keys {
  readonly cohort: (cohortId: number) => number
  readonly site: (site: string) => number
  readonly track: (trackId: number) => number
  readonly credential: (credentialId: number | null) => number | null
  readonly part: (credentialId: number, part: string) => number
}

function numbering<Item>(items: Iterable<Item>) {
  const numbers = new Map<Item, number>()
  for (const item of items) if (!numbers.has(item)) numbers.set(item, numbers.size + 1)
  return (item: Item) => numbers.get(item) ?? 0
}

const partName = (credentialId: number, part: string) => `${credentialId} ${part}`

export function keysOf({ cohorts }: Population): Keys {
  const credentials = cohorts.map(({ credential }) => credential).filter((one) => one !== null)
  const credential = numbering(credentials.map(({ id }) => id))
  const part = numbering(credentials.flatMap(({ id, parts }) => parts.map(({ key }) => partName(id, key))))
  return {
    cohort: numbering(cohorts.map(({ id }) => id)),
    site: numbering(cohorts.map(({ site }) => site)),
    track: numbering(cohorts.map(({ trackId }) => trackId)),
    credential: (id) => (id === null ? null : credential(id)),
    part: (credentialId, key) => part(partName(credentialId, key)),
  }
}

/** What a line's people have in common in the detail: column and value; nothing for everybody. */
export function lineCriteria(
  line: { kind: 'total' | 'cohort' | 'site' | 'entryLevel'; key: string },
  keys: Keys,
  unknownLevel: string,
): Record<string, string | number> {
  switch (line.kind) {
    case 'total':
      return {}
    case 'cohort':
      return { cohortNumber: keys.cohort(Number(line.key)) }
    case 'site':
      return { siteNumber: keys.site(line.key) }
    case 'entryLevel':
      return { level: line.key === 'none' ? unknownLevel : Number(line.key) }
  }
}

/** The level of entry as a cell: its number, or the words for an unknown one. */
export const levelCell = ({ member }: Pick<Counted, 'member'>, unknown: string): string | number =>
  member.entryLevel ?? unknown
