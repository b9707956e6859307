import type {
  AnyOfEvidence,
  Evidence,
  LevelEvidence,
  MemberAnswer,
  RequirementAnswer,
} from '../../shared/rules/screening/answers.ts'
import { answerStates } from '../../shared/rules/screening/answers.ts'
import type { WaiverFact } from '../../shared/rules/screening/facts.ts'
import type { MemberRequirement, Requirement } from '../../shared/rules/screening/requirements.ts'

type Kind = Evidence['kind']
type FieldsOf<K extends Kind> = Exclude<keyof Extract<Evidence, { kind: K }>, 'kind'>

/**
 * Which field stands at which place in a stored answer. Kept programs hold answers in this order: never
 * change or remove a place, add new fields at the end. Naming every field in every answer of 20,000
 * learners takes four times the room and most of the time of a screening.
 */
const places = {
  level: [
    'area',
    'neededLevel',
    'instrument',
    'form',
    'testedOn',
    'ageInDays',
    'score',
    'level',
    'levelsBelow',
    'pointsBelow',
    'unknown',
  ],
  lowestLevel: ['neededLevel', 'level', 'levelsBelow', 'pointsBelow', 'areas', 'unknown'],
  score: [
    'area',
    'neededInstrument',
    'neededScore',
    'instrument',
    'form',
    'testedOn',
    'ageInDays',
    'score',
    'level',
    'pointsBelow',
    'unknown',
  ],
  age: ['years', 'neededYears', 'oldEnoughOn', 'monthsShort', 'unknown'],
  schooling: ['schooling', 'neededSchooling', 'stepsBelow', 'unknown'],
  equivalency: ['equivalency', 'neededEquivalency', 'stepsBelow', 'unknown'],
  document: [
    'document',
    'documentState',
    'checkedOn',
    'documentDate',
    'recency',
    'notBefore',
    'doses',
    'neededDoses',
    'dosesShort',
    'unknown',
  ],
  hours: ['component', 'hours', 'neededHours', 'hoursShort', 'through', 'unknown'],
  attendance: [
    'component',
    'hoursAttended',
    'hoursScheduled',
    'rate',
    'neededRate',
    'percentagePointsShort',
    'through',
    'unknown',
  ],
  component: ['component', 'done', 'on', 'unknown'],
  interview: ['needs', 'heldOn', 'result', 'unknown'],
} as const satisfies { readonly [K in Kind]: readonly FieldsOf<K>[] }

/** Compiles only while every field of every kind of evidence has its place. */
export type EveryFieldHasItsPlace = {
  [K in Kind]: FieldsOf<K> extends (typeof places)[K][number] ? true : never
}
export const everyFieldHasItsPlace: EveryFieldHasItsPlace[Kind] = true

type Packed = readonly unknown[]

function packEvidence(evidence: Evidence): Packed {
  const values = evidence as unknown as Record<string, unknown>
  return places[evidence.kind].map((field) =>
    field === 'areas' ? (values.areas as LevelEvidence[]).map(packEvidence) : values[field],
  )
}

function unpackEvidence(kind: Kind, packed: Packed): Evidence {
  const values: Record<string, unknown> = { kind }
  places[kind].forEach((field, place) => {
    values[field] =
      field === 'areas'
        ? (packed[place] as Packed[]).map((area) => unpackEvidence('level', area))
        : (packed[place] ?? null)
  })
  return values as unknown as Evidence
}

const packAnswer = ({ state, withinReach, waiver }: MemberAnswer | RequirementAnswer, evidence: Packed) => [
  answerStates.indexOf(state),
  withinReach ? 1 : 0,
  waiver ?? 0,
  evidence,
]

/** The answers of one learner as text, in the order of the requirements they answer. */
export function storedAnswers(answers: readonly RequirementAnswer[]): string {
  return JSON.stringify(
    answers.map((answer) => {
      const { evidence } = answer
      if (evidence.kind !== 'anyOf') return packAnswer(answer, packEvidence(evidence))
      const members = evidence.members.map((member) => packAnswer(member, packEvidence(member.evidence)))
      return packAnswer(answer, [evidence.decidingMember, members])
    }),
  )
}

function unpackBase({ id, key }: Requirement | MemberRequirement, [state, withinReach, waiver]: Packed) {
  return {
    requirementId: id,
    key,
    state: answerStates[state as number]!,
    withinReach: withinReach === 1,
    waiver: waiver === 0 ? null : (waiver as WaiverFact),
  }
}

function unpackAnyOf(members: readonly MemberRequirement[], [decidingMember, packed]: Packed): AnyOfEvidence {
  return {
    kind: 'anyOf',
    decidingMember: decidingMember as string,
    members: (packed as Packed[]).map((answer, index) => ({
      ...unpackBase(members[index]!, answer),
      evidence: unpackEvidence(members[index]!.rule.kind, answer[3] as Packed),
    })),
  }
}

/** Reads back what `storedAnswers` wrote, given the requirements that were asked. */
export function answersStored(stored: string, requirements: readonly Requirement[]): RequirementAnswer[] {
  return (JSON.parse(stored) as Packed[]).map((answer, index) => {
    const requirement = requirements[index]!
    const { rule, strength } = requirement
    const packed = answer[3] as Packed
    return {
      ...unpackBase(requirement, answer),
      strength,
      evidence: rule.kind === 'anyOf' ? unpackAnyOf(rule.members, packed) : unpackEvidence(rule.kind, packed),
    }
  })
}
