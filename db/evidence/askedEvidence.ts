import type { AskedEvidence } from '../../shared/contract/evidence.ts'
import type { MemberRequirement, Requirement } from '../../shared/rules/screening/requirements.ts'
import type { Reader } from '../schema.ts'

/** Each requirement that looks at one thing: the members of an any-of group stand for the group. */
const simpleRequirements = (requirements: readonly Requirement[]): MemberRequirement[] =>
  requirements.flatMap(({ rule, ...requirement }) =>
    rule.kind === 'anyOf' ? rule.members : [{ ...requirement, rule }],
  )

function askedBy(trackId: number, { rule, message }: MemberRequirement): AskedEvidence[] {
  const common = { label: message, trackIds: [trackId], asksDocumentDate: false, asksDoses: false }
  switch (rule.kind) {
    case 'document':
      return [
        {
          ...common,
          kind: 'document',
          evidenceKey: rule.document,
          asksDocumentDate: rule.recency !== null,
          asksDoses: rule.minimumDoses !== null,
        },
      ]
    case 'component':
      return [{ ...common, kind: 'component', evidenceKey: rule.component }]
    case 'interview':
      return [{ ...common, kind: 'interview', evidenceKey: String(trackId) }]
    default:
      return []
  }
}

/** What the newest rules of all tracks ask a learner to bring or do; each thing once. */
export async function askedEvidence(db: Pick<Reader, 'selectFrom'>): Promise<AskedEvidence[]> {
  const versions = await db
    .selectFrom('trackVersions')
    .innerJoin('tracks', 'tracks.id', 'trackVersions.trackId')
    .select(['tracks.id as trackId', 'trackVersions.requirements'])
    .orderBy('tracks.code')
    .orderBy('trackVersions.effectiveFrom', 'desc')
    .orderBy('trackVersions.version', 'desc')
    .execute()
  const asked = new Map<string, AskedEvidence>()
  const seen = new Set<number>()
  for (const { trackId, requirements } of versions) {
    if (seen.has(trackId)) continue
    seen.add(trackId)
    for (const one of simpleRequirements(JSON.parse(requirements) as Requirement[]).flatMap((requirement) =>
      askedBy(trackId, requirement),
    )) {
      const key = `${one.kind} ${one.evidenceKey}`
      const known = asked.get(key)
      if (!known) asked.set(key, one)
      else {
        if (!known.trackIds.includes(trackId)) known.trackIds.push(trackId)
        known.asksDocumentDate ||= one.asksDocumentDate
        known.asksDoses ||= one.asksDoses
      }
    }
  }
  return [...asked.values()]
}
