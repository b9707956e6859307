import type { Selectable } from 'kysely'
import type { CheckFinding, RuleCount } from '../../shared/contract/dataChecks.ts'
import type { Finding } from '../../shared/rules/dataChecks/rule.ts'
import { dataCheckIds, dataChecks, type DataCheckId } from '../../shared/rules/dataChecks/rules.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import { keptUntilChange } from '../calls/keptUntilChange.ts'
import type { AcceptedFindingTable, Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { checkFacts } from './checkFacts.ts'

type Accepted = Selectable<AcceptedFindingTable>
/** A finding, and the acceptance that fits it as it is. */
export type JudgedFinding = Finding & { readonly acceptance: Accepted | null }

const keyOf = ({
  subject,
  subjectId,
  learnerId,
}: Pick<Finding, 'subjectId' | 'learnerId'> & { subject: string }) =>
  `${subject} ${subjectId} ${learnerId ?? ''}`

/** The values that a finding rests on, as they are kept with its acceptance. */
export const detailsText = ({ details }: Pick<Finding, 'details'>) => JSON.stringify(details)

function judged(findings: readonly Finding[], accepted: readonly Accepted[]): JudgedFinding[] {
  const byKey = new Map(accepted.map((row) => [keyOf(row), row]))
  return findings.map((finding) => {
    const found = byKey.get(keyOf(finding))
    return { ...finding, acceptance: found?.details === detailsText(finding) ? found : null }
  })
}

const acceptedOf = (db: Reader, rule: DataCheckId) =>
  db.selectFrom('acceptedFindings').selectAll().where('rule', '=', rule).execute()

/** What one rule finds in sight, read anew: for a command. */
export async function findingsNow(
  db: Reader,
  rule: DataCheckId,
  today: IsoDate,
  sight: Sight,
): Promise<JudgedFinding[]> {
  const { reads, find } = dataChecks[rule]
  return judged(find(await checkFacts(db, sight, reads), today), await acceptedOf(db, rule))
}

/** What every rule finds in sight, kept until a record changes: the overview and each list ask for the same. */
const allFindings = (db: Reader, today: IsoDate, sight: Sight) =>
  keptUntilChange(db, ['findings', today, sight.instructorId], async () => {
    const facts = await checkFacts(
      db,
      sight,
      dataCheckIds.flatMap((rule) => dataChecks[rule].reads),
    )
    return new Map(dataCheckIds.map((rule) => [rule, dataChecks[rule].find(facts, today)]))
  })

/** What one rule finds in sight. */
export async function findingsOf(
  db: Reader,
  rule: DataCheckId,
  today: IsoDate,
  sight: Sight,
): Promise<JudgedFinding[]> {
  const found = await allFindings(db, today, sight)
  return judged(found.get(rule) ?? [], await acceptedOf(db, rule))
}

/** How many findings of each rule are open, and how many accepted. */
export async function countFindings(db: Reader, today: IsoDate, sight: Sight): Promise<RuleCount[]> {
  const all = await allFindings(db, today, sight)
  const accepted = await db.selectFrom('acceptedFindings').selectAll().execute()
  return dataCheckIds.map((rule) => {
    const found = judged(
      all.get(rule) ?? [],
      accepted.filter((row) => row.rule === rule),
    )
    const open = found.filter(({ acceptance }) => acceptance === null).length
    return { rule, severity: dataChecks[rule].severity, open, accepted: found.length - open }
  })
}

/** Findings as a list shows them, with the names of their learners. */
export async function shownFindings(
  db: Reader,
  rule: DataCheckId,
  findings: readonly JudgedFinding[],
): Promise<CheckFinding[]> {
  const learnerIds = [...new Set(findings.flatMap(({ learnerId }) => learnerId ?? []))]
  const learners =
    learnerIds.length === 0
      ? []
      : await db
          .selectFrom('learners')
          .select(['id as learnerId', 'studentId', 'familyName', 'givenName', 'preferredName'])
          .where('id', 'in', learnerIds)
          .execute()
  const byId = new Map(learners.map((learner) => [learner.learnerId, learner]))
  return findings.map(({ acceptance, details, learnerId, ...finding }) => ({
    ...finding,
    rule,
    learnerId,
    details: { ...details },
    learner: learnerId === null ? null : (byId.get(learnerId) ?? null),
    accepted: acceptance && {
      id: acceptance.id,
      reason: acceptance.reason,
      acceptedOn: acceptance.acceptedOn,
      acceptedByName: acceptance.acceptedByName,
    },
  }))
}
