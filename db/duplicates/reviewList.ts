import type { DuplicatePair, ToldApartPair } from '../../shared/contract/duplicates.ts'
import { decidingEvidence, type DecidingEvidence } from '../../shared/rules/duplicateReasons.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { ReportProgress } from '../calls/call.ts'
import { learnerIsThere } from '../learners/learnerIsThere.ts'
import type { Reader } from '../schema.ts'
import { comparedPeople } from './comparedPeople.ts'
import { openProposals } from './proposals.ts'

interface Window {
  offset: number
  limit: number
}

/** A window of the pairs that wait, and how many wait by each evidence. */
export async function reviewList(
  db: Reader,
  { evidence, offset, limit }: Window & { evidence: DecidingEvidence | null },
  today: IsoDate,
  progress?: ReportProgress,
) {
  const open = await openProposals(db, progress)
  const counts = Object.fromEntries(
    decidingEvidence.map((kind) => [kind, open.filter((pair) => pair.evidence === kind).length]),
  ) as Record<DecidingEvidence, number>
  const asked = open.filter((pair) => evidence === null || pair.evidence === evidence)
  const shown = asked.slice(offset, offset + limit)
  const people = await comparedPeople(
    db,
    shown.flatMap(({ firstId, secondId }) => [firstId, secondId]),
    today,
  )
  const rows = shown.flatMap(({ firstId, secondId, reasons, evidence: decides }): DuplicatePair[] => {
    const [first, second] = [people.get(firstId), people.get(secondId)]
    return first && second ? [{ first, second, reasons: [...reasons], evidence: decides }] : []
  })
  return { total: asked.length, counts, rows }
}

/** A window of the pairs told apart, the newest answer first. */
export async function toldApart(db: Pick<Reader, 'selectFrom'>, { offset, limit }: Window, today: IsoDate) {
  const there = db
    .selectFrom('distinctPeople')
    .innerJoin('learners as one', 'one.id', 'distinctPeople.learnerId')
    .innerJoin('learners as other', 'other.id', 'distinctPeople.otherLearnerId')
    .where(learnerIsThere('one'))
    .where(learnerIsThere('other'))
  const { total } = await there
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const answers = await there
    .select(['learnerId', 'otherLearnerId', 'decidedAt', 'decidedByName'])
    .orderBy('decidedAt', 'desc')
    .orderBy('learnerId')
    .orderBy('otherLearnerId')
    .offset(offset)
    .limit(limit)
    .execute()
  const people = await comparedPeople(
    db,
    answers.flatMap(({ learnerId, otherLearnerId }) => [learnerId, otherLearnerId]),
    today,
  )
  const rows = answers.flatMap(({ learnerId, otherLearnerId, ...answer }): ToldApartPair[] => {
    const [first, second] = [people.get(learnerId), people.get(otherLearnerId)]
    return first && second ? [{ first, second, ...answer }] : []
  })
  return { total: Number(total), rows }
}
