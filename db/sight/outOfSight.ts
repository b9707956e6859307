import { Failure, notFound } from '../failure.ts'
import type { Sight } from './sight.ts'

/** What `sight.notYours` has words for. */
type Seen =
  'learner' | 'section' | 'cohort' | 'screening' | 'assessment' | 'hours' | 'meeting' | 'contact' | 'record'

/**
 * What is said of a record that is not there. To somebody who sees only their own classes it is the same
 * whether the record is somebody else's or does not exist: neither is confirmed.
 */
export function outOfSight(sight: Sight, what: Seen): Failure {
  return sight.instructorId === null ? notFound(what) : new Failure('notFound', 'sight.notYours', { what })
}
