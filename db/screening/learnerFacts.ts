import type { AssessmentFact } from '../../shared/rules/levels.ts'
import type {
  AttendanceFact,
  ComponentFact,
  DocumentFact,
  InterviewFact,
  LearnerFacts,
  WaiverFact,
} from '../../shared/rules/screening/facts.ts'
import { rulesOf } from '../../shared/rules/screening/factsUsed.ts'
import type { Requirement, SimpleRule } from '../../shared/rules/screening/requirements.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type {
  DocumentState,
  EquivalencyState,
  InterviewResult,
  SchoolingLevel,
  SkillArea,
} from '../../shared/values/vocabulary.ts'
import { attendedHours } from '../attendance/attendedHours.ts'
import type { Reader } from '../schema.ts'
import type { PoolLearner } from './pool.ts'

type Readable = Pick<Reader, 'selectFrom'>

export interface FactsAsked {
  trackId: number
  requirements: readonly Requirement[]
  asOf: IsoDate
}

/** The facts of one learner while they are gathered. */
interface GatheredFacts extends LearnerFacts {
  assessments: AssessmentFact[]
  documents: DocumentFact[]
  attendance: AttendanceFact[]
  components: ComponentFact[]
  interviews: InterviewFact[]
  waivers: WaiverFact[]
}
type Gathered = ReadonlyMap<number, GatheredFacts>

const testKinds: readonly SimpleRule['kind'][] = ['level', 'lowestLevel', 'score']
const hourKinds: readonly SimpleRule['kind'][] = ['hours', 'attendance']
const evidenceKinds: readonly SimpleRule['kind'][] = ['document', 'component', 'interview']

async function addAssessments(db: Readable, ids: number[], asOf: IsoDate, facts: Gathered): Promise<void> {
  const rows = await db
    .selectFrom('assessments')
    .select(['learnerId', 'testedOn', 'instrument', 'skillArea', 'form', 'score'])
    .where('learnerId', 'in', ids)
    .where('testedOn', '<=', asOf)
    .where('score', 'is not', null)
    .where('accurate', '=', 1)
    .where('voidedAt', 'is', null)
    .execute()
  for (const { learnerId, testedOn, instrument, skillArea, form, score } of rows) {
    facts.get(learnerId)?.assessments.push({
      testedOn,
      instrument,
      skillArea: skillArea as SkillArea,
      form,
      score,
      inaccurate: false,
      voided: false,
    })
  }
}

async function addEvidence(
  db: Readable,
  ids: number[],
  { trackId, asOf }: FactsAsked,
  facts: Gathered,
): Promise<void> {
  const rows = await db
    .selectFrom('evidence')
    .select(['learnerId', 'kind', 'evidenceKey', 'status', 'onDate', 'documentDate', 'doses'])
    .where('learnerId', 'in', ids)
    .where('onDate', '<=', asOf)
    .execute()
  for (const { learnerId, kind, evidenceKey, status, onDate, documentDate, doses } of rows) {
    const learner = facts.get(learnerId)
    if (learner === undefined || onDate === null) continue
    if (kind === 'document') {
      const state = status as DocumentState
      learner.documents.push({ document: evidenceKey, state, checkedOn: onDate, documentDate, doses })
    } else if (kind === 'component') {
      learner.components.push({ component: evidenceKey, done: status === 'done', on: onDate })
    } else if (evidenceKey === String(trackId)) {
      // An interview is held for one track, named by its number.
      learner.interviews.push({ heldOn: onDate, result: status as InterviewResult })
    }
  }
}

async function addAttendance(db: Readable, ids: number[], asOf: IsoDate, facts: Gathered): Promise<void> {
  const rows = await attendedHours(db)
    .select(['learnerId', 'component', 'hours', 'possibleHours', 'periodTo'])
    .where('learnerId', 'in', ids)
    .where('periodTo', '<=', asOf)
    .execute()
  for (const { learnerId, component, hours, possibleHours, periodTo } of rows) {
    facts.get(learnerId)?.attendance.push({
      component,
      hoursAttended: hours,
      hoursScheduled: possibleHours,
      through: periodTo,
    })
  }
}

async function addWaivers(
  db: Readable,
  ids: number[],
  { trackId, asOf }: FactsAsked,
  facts: Gathered,
): Promise<void> {
  const rows = await db
    .selectFrom('waivers')
    .select(['learnerId', 'requirementKey', 'grantedByName', 'grantedOn', 'reason'])
    .where('learnerId', 'in', ids)
    .where('trackId', '=', trackId)
    .where('grantedOn', '<=', asOf)
    .where((waiver) => waiver.or([waiver('withdrawnOn', 'is', null), waiver('withdrawnOn', '>', asOf)]))
    .execute()
  for (const { learnerId, requirementKey, grantedByName, grantedOn, reason } of rows) {
    facts.get(learnerId)?.waivers.push({ requirementKey, grantedBy: grantedByName, grantedOn, reason })
  }
}

/**
 * The facts that a track's rules may ask for, of up to some thousand learners, in their order. Reads only
 * what some rule asks; one query for each kind of fact.
 */
export async function readLearnerFacts(
  db: Readable,
  learners: readonly PoolLearner[],
  asked: FactsAsked,
): Promise<LearnerFacts[]> {
  const facts = new Map<number, GatheredFacts>()
  for (const { id, birthDate, schooling, equivalency } of learners) {
    facts.set(id, {
      learnerId: String(id),
      birthDate,
      schooling: schooling as SchoolingLevel | null,
      equivalency: equivalency as EquivalencyState | null,
      assessments: [],
      documents: [],
      attendance: [],
      components: [],
      interviews: [],
      waivers: [],
    })
  }
  const ids = [...facts.keys()]
  const kinds = rulesOf(asked.requirements).map(({ kind }) => kind)
  const asks = (some: readonly SimpleRule['kind'][]) => kinds.some((kind) => some.includes(kind))
  if (asks(testKinds)) await addAssessments(db, ids, asked.asOf, facts)
  if (asks(evidenceKinds)) await addEvidence(db, ids, asked, facts)
  if (asks(hourKinds)) await addAttendance(db, ids, asked.asOf, facts)
  await addWaivers(db, ids, asked, facts)
  return [...facts.values()]
}
