import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import { table4Column, table4Rate, table4Row } from '../../shared/rules/federalTables.ts'
import { table11People } from '../../shared/rules/table11.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { QueryCall } from '../calls/call.ts'
import { federalPeople } from '../gains/federalFigures.ts'
import type { LearnerExit } from '../gains/trainingExits.ts'
import type { YearParticipant } from '../gains/yearParticipants.ts'
import { count, group, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.federal)['~orpc']['inputSchema']>>
type OfTable4 = Extract<Asked['counted'], { table: 'table4' }>
type OfNone = Extract<Asked['counted'], { table: 'none' }>
type OfTable11 = Extract<Asked['counted'], { table: 'table11' }>

const gainFacts = ({ levelGainOn, trainingGainOn }: YearParticipant): ExplainedFact[] => [
  ...(levelGainOn === null ? [] : [{ kind: 'remark', remark: 'levelGain', day: levelGainOn } as const]),
  ...(trainingGainOn === null
    ? []
    : [{ kind: 'remark', remark: 'trainingGain', day: trainingGainOn } as const]),
]

const participantBehind = (one: YearParticipant): Behind => ({
  id: one.learnerId,
  learnerId: one.learnerId,
  facts: [
    { kind: 'remark', remark: 'entryLevel' },
    { kind: 'level', level: one.entryLevel },
    ...gainFacts(one),
  ],
})

const behind = (one: YearParticipant | LearnerExit): Behind => {
  if (!('exitedOn' in one)) return participantBehind(one)
  const { learnerId, exitedOn, certifiedOn } = one
  return {
    id: `${learnerId} ${exitedOn}`,
    learnerId,
    facts: [
      { kind: 'remark', remark: 'exited', day: exitedOn },
      ...(certifiedOn === null ? [] : [{ kind: 'remark', remark: 'certified', day: certifiedOn } as const]),
    ],
  }
}

function ofTable4({ entryLevel, number }: OfTable4, all: readonly YearParticipant[], asOf: IsoDate): MadeOf {
  const ofLevel = all.filter((one) => entryLevel === null || one.entryLevel === entryLevel)
  const row = table4Row(ofLevel)
  if (number !== 'rate') {
    const standing = ofLevel.filter((one) => number === 'participants' || table4Column(one) === number)
    return count(asOf, row[number], standing, participantBehind)
  }
  const gained = ['levelGains', 'diplomas', 'trainingGains']
  return {
    asOf,
    value: { kind: 'rate', ...table4Rate(row) },
    groups: [
      group(
        'numerator',
        ofLevel.filter((one) => gained.includes(table4Column(one))),
        participantBehind,
      ),
      group(
        'denominator',
        ofLevel.filter((one) => table4Column(one) !== 'excluded'),
        participantBehind,
      ),
    ],
  }
}

function ofLeftOut(
  { number }: OfNone,
  leftOut: Awaited<ReturnType<typeof federalPeople>>['leftOut'],
  asOf: IsoDate,
): MadeOf {
  const some = leftOut[number].map((one): Behind => {
    if (typeof one === 'number') return { id: one, learnerId: one, facts: [] }
    if ('entryLevel' in one) return participantBehind(one)
    const { learnerId, hours } = one
    return { id: learnerId, learnerId, facts: [{ kind: 'hours', hours }] }
  })
  return count(asOf, some.length, some, (one) => one)
}

/** What a number of federal Table 4 or 11 is made of. */
export async function federalMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  const { programYear, counted } = input
  const people = await federalPeople(db, programYear, today, sight)
  const { asOf } = people
  if (counted.table === 'table4') return ofTable4(counted, people.withLevel, asOf)
  if (counted.table === 'none') return ofLeftOut(counted, people.leftOut, asOf)
  return ofTable11(counted, table11People(counted.row, programYear, people.inTraining, people.exits), asOf)
}

function ofTable11(
  { number }: OfTable11,
  { included, achieved }: ReturnType<typeof table11People<YearParticipant, LearnerExit>>,
  asOf: IsoDate,
): MadeOf {
  const achievers = achieved ?? []
  if (number === 'included') return count(asOf, included.length, included, behind)
  if (number === 'achieved') return count(asOf, achievers.length, achievers, behind)
  return {
    asOf,
    value: { kind: 'rate', numerator: achievers.length, denominator: included.length },
    groups: [group('numerator', achievers, behind), group('denominator', included, behind)],
  }
}
