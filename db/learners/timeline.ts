import type { TimelineEntry } from '../../shared/contract/learnerTimeline.ts'
import type { Reader } from '../schema.ts'
import type { Sight } from '../sight/sight.ts'
import { requireLearner } from './requireLearner.ts'
import { contactEntries } from '../contacts/contactEntries.ts'
import { assessmentEntries } from './timelineAssessments.ts'
import { attemptEntries, cohortEntries } from './timelineCohorts.ts'
import { decisionEntries, screeningEntries, waitlistEntries } from './timelineScreenings.ts'

/** On one day the later step of the work stands above the earlier one. */
const orderOnOneDay: readonly TimelineEntry['kind'][] = [
  'cohortEnd',
  'attempt',
  'cohortStart',
  'waitlist',
  'decision',
  'screening',
  'assessment',
  'contact',
]

function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return orderOnOneDay.indexOf(a.kind) - orderOnOneDay.indexOf(b.kind) || b.id - a.id
}

/** Everything that happened to a learner, newest first; throws `notFound`. */
export async function learnerTimeline(
  db: Pick<Reader, 'selectFrom'>,
  learnerId: number,
  sight: Sight,
): Promise<TimelineEntry[]> {
  await requireLearner(db, learnerId, sight)
  const entries = [
    ...(await assessmentEntries(db, learnerId)),
    ...(await screeningEntries(db, learnerId)),
    ...(await decisionEntries(db, learnerId)),
    ...(await waitlistEntries(db, learnerId)),
    ...(await cohortEntries(db, learnerId)),
    ...(await attemptEntries(db, learnerId)),
    ...(await contactEntries(db, learnerId)),
  ]
  return entries.sort(newestFirst)
}
