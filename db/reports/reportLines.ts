import { foldForSearch } from '../../shared/values/names.ts'
import type { Counted } from './population.ts'

export type LineKind = 'total' | 'cohort' | 'site' | 'entryLevel'

/** A line of a table before anything is counted: what it stands for and who is in it. */
export interface LineGroup {
  kind: LineKind
  key: string
  name: string
  people: readonly Counted[]
}

/** The entry level of somebody whose level is not known. */
const unknownLevel = 'none'

const keys: Record<LineKind, (counted: Counted) => { key: string; name: string; order: string }> = {
  total: () => ({ key: '', name: '', order: '' }),
  cohort: ({ cohort }) => ({
    key: String(cohort.id),
    name: cohort.code,
    order: cohort.startDate + cohort.code,
  }),
  site: ({ cohort }) => ({ key: cohort.site, name: cohort.site, order: foldForSearch(cohort.site) }),
  entryLevel: ({ member }) => {
    const level = member.entryLevel === null ? unknownLevel : String(member.entryLevel)
    return { key: level, name: level, order: level }
  },
}

/** The people of a population by cohort (oldest first), site (by name) or entry level (lowest first). */
export function linesBy(kind: LineKind, counted: readonly Counted[]): LineGroup[] {
  const groups = Map.groupBy(counted, (one) => keys[kind](one).key)
  return [...groups.values()]
    .map((people) => ({ ...keys[kind](people[0]!), kind, people }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ key, name, people }) => ({ kind, key, name, people }))
}

/** Everybody, as one line; it is there for an empty population too. */
export const totalLine = (counted: readonly Counted[]): LineGroup => ({
  kind: 'total',
  key: '',
  name: '',
  people: counted,
})

/** Whether somebody belongs to the line of this kind and key. */
export const isInLine = (line: { kind: LineKind; key: string }, counted: Counted): boolean =>
  keys[line.kind](counted).key === line.key
