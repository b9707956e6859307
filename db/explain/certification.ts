import type * as z from 'zod'
import type { contract } from '../../shared/contract/index.ts'
import type { ExplainedFact } from '../../shared/contract/explanation.ts'
import type { CertificationNumber } from '../../shared/contract/reports.ts'
import { credentialRules } from '../../shared/rules/certification.ts'
import {
  certifiedOfCompleters,
  certifiedOfTested,
  countCertification,
  firstTimeRate,
  firstTimeRateOfPart,
  type CertificationCounts,
} from '../../shared/rules/certificationCounts.ts'
import type { Rate } from '../../shared/rules/rates.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { QueryCall } from '../calls/call.ts'
import { knownSittings, reportPopulation, type Counted } from '../reports/population.ts'
import { isInLine } from '../reports/reportLines.ts'
import { isInCertificationNumber } from '../reports/reportPeople.ts'
import { count, group, type Behind, type MadeOf } from './explanation.ts'

type Asked = z.output<NonNullable<(typeof contract.explain.certification)['~orpc']['inputSchema']>>

/** The people of a rate's numerator and denominator, and the rule that divides them. */
const rates: Record<
  Exclude<Asked['number'], CertificationNumber | 'attemptRate'>,
  {
    parts: readonly [CertificationNumber, CertificationNumber]
    of: (counts: CertificationCounts, part: string | null) => Rate
  }
> = {
  firstTimePart: {
    parts: ['passedFirst', 'tested'],
    of: ({ parts }, part) => {
      const found = parts.find((one) => one.part === part)
      return found ? firstTimeRateOfPart(found) : { numerator: 0, denominator: 0 }
    },
  },
  firstTime: { parts: ['passedAllFirst', 'testedAll'], of: firstTimeRate },
  certifiedOfTested: { parts: ['certified', 'testedAll'], of: certifiedOfTested },
  certifiedOfCompleters: { parts: ['certifiedCompleters', 'completers'], of: certifiedOfCompleters },
}

/** A person's sittings of one part, or of all, as known on the day, the oldest first. */
const sittingsOf = (counted: Counted, part: string | null, asOf: IsoDate) =>
  knownSittings(asOf)(counted)
    .filter((sitting) => part === null || sitting.part === part)
    .toSorted((one, other) => (one.takenOn < other.takenOn ? -1 : 1))

/** What became of these sittings. */
function sittingFacts(counted: Counted, part: string | null, asOf: IsoDate): ExplainedFact[] {
  return sittingsOf(counted, part, asOf).flatMap((sitting): ExplainedFact[] => {
    const name = counted.cohort.credential?.parts.find(({ key }) => key === sitting.part)?.name
    return [
      ...(name ? [{ kind: 'name', name } as const] : []),
      { kind: 'word', list: 'attemptResults', word: sitting.result },
      { kind: 'day', day: sitting.takenOn },
    ]
  })
}

/** What a number of the certification report, or of one cohort, is made of. */
export async function certificationMadeOf({
  input,
  db,
  today,
  sight,
}: Pick<QueryCall<Asked>, 'input' | 'db' | 'today' | 'sight'>): Promise<MadeOf> {
  const { filters, line, number, part } = input
  const { counted, asOf } = await reportPopulation(db, filters, today, sight)
  const shared = counted.find(({ cohort }) => cohort.credential !== null)?.cohort.credential?.id
  const credentialId = input.credentialId ?? shared
  const ofLine = counted.filter(
    (one) => one.cohort.credential?.id === credentialId && isInLine(line, one) && one.standing !== null,
  )
  const behind = (one: Counted): Behind => ({
    id: one.member.memberId,
    learnerId: one.member.learnerId,
    facts: [
      { kind: 'text', text: one.cohort.code },
      ...sittingFacts(one, part, asOf),
      ...(one.standing?.certifiedOn
        ? [{ kind: 'remark', remark: 'certified', day: one.standing.certifiedOn } as const]
        : []),
    ],
    sources: [
      { subject: 'cohortMember', subjectId: one.member.memberId },
      ...sittingsOf(one, part, asOf).map(({ id }) => ({ subject: 'attempt' as const, subjectId: id })),
    ],
  })
  const people = (asked: CertificationNumber, result = input.result) =>
    ofLine.filter(isInCertificationNumber({ number: asked, part, attempt: input.attempt, result }, asOf))
  const divided = (of: Rate, above: readonly Counted[], below: readonly Counted[]): MadeOf => ({
    asOf,
    value: { kind: 'rate', ...of },
    groups: [group('numerator', above, behind), group('denominator', below, behind)],
  })
  if (number === 'attemptRate') {
    const passed = people('sat', 'pass')
    const taken = [...passed, ...people('sat', 'fail')]
    return divided({ numerator: passed.length, denominator: taken.length }, passed, taken)
  }
  const credential = ofLine[0]?.cohort.credential
  const counts = credential
    ? countCertification(
        ofLine.flatMap(({ standing }) => standing ?? []),
        credentialRules(credential),
      )
    : null
  if (number in rates) {
    const { parts, of } = rates[number as keyof typeof rates]
    const rate = counts === null ? { numerator: 0, denominator: 0 } : of(counts, part)
    return divided(rate, people(parts[0]), people(parts[1]))
  }
  const listed = people(number as CertificationNumber)
  const ofParts = counts?.parts.find((one) => one.part === part)
  const said =
    number === 'sat'
      ? listed.length
      : number === 'tested' || number === 'passedFirst'
        ? (ofParts?.[number] ?? 0)
        : (counts?.[number as Exclude<CertificationNumber, 'sat' | 'tested' | 'passedFirst'>] ?? 0)
  return count(asOf, said, listed, behind)
}
