import type { SelectQueryBuilder } from 'kysely'
import type { LearnerFilters } from '../../shared/contract/learners.ts'
import type { IsoDate } from '../../shared/values/dates.ts'
import type { Reader, Schema } from '../schema.ts'
import { learnerInSight } from '../sight/inSight.ts'
import type { Sight } from '../sight/sight.ts'
import { sitsNow } from '../sections/sitsNow.ts'
import { contains } from './likePattern.ts'
import { readTypedSearch } from './typedSearch.ts'
import { learnerIsThere } from './learnerIsThere.ts'

type LearnerQuery = SelectQueryBuilder<Schema, 'learners', Record<never, never>>

/** Narrows learners to those whose name, id or phone holds what was typed; only of those who are there. */
export function matchingText(learners: LearnerQuery, text: string): LearnerQuery {
  const { nameParts, idPart, phonePart } = readTypedSearch(text)
  let narrowed = learners.where(learnerIsThere())
  for (const part of nameParts) {
    narrowed = narrowed.where((where) => contains(where.ref('learners.foldedName'), part))
  }
  if (idPart === null) return narrowed
  return narrowed.where((where) => {
    const byId = where
      .selectFrom('learners as byId')
      .select('byId.id')
      .where((row) => contains(row.fn('lower', ['byId.studentId']), idPart))
      .union(
        where
          .selectFrom('learnerOtherIds')
          .select('learnerOtherIds.learnerId as id')
          .where((row) => contains(row.fn('lower', ['learnerOtherIds.studentId']), idPart)),
      )
    if (phonePart === null) return where('learners.id', 'in', byId)
    const byPhone = where
      .selectFrom('learnerPhones')
      .select('learnerPhones.learnerId as id')
      .where((phone) => contains(phone.ref('learnerPhones.digits'), phonePart))
    return where('learners.id', 'in', byId.union(byPhone))
  })
}

/** Everyone in sight whom the filters of a list let through. */
export function matchingLearners(
  db: Pick<Reader, 'selectFrom'>,
  filters: LearnerFilters,
  today: IsoDate,
  sight: Sight,
): LearnerQuery {
  const { status, sectionId, interestTrackId, skillArea, levels, tested } = filters
  let learners: LearnerQuery = matchingText(db.selectFrom('learners'), filters.text).where(
    learnerInSight(sight, 'learners.id'),
  )
  if (status.length > 0) learners = learners.where('learners.status', 'in', status)
  if (interestTrackId !== null) learners = learners.where('learners.interestTrackId', '=', interestTrackId)
  if (sectionId !== null) {
    learners = learners.where('learners.id', 'in', (where) =>
      where
        .selectFrom('sectionMembers')
        .select('sectionMembers.learnerId')
        .where('sectionMembers.sectionId', '=', sectionId)
        .where(sitsNow(today)),
    )
  }
  if (levels.length > 0) {
    learners = learners.where('learners.id', 'in', (where) => {
      const current = where.selectFrom('currentLevels').select('currentLevels.learnerId')
      return skillArea === null
        ? current
            .groupBy('currentLevels.learnerId')
            .having((level) => level.fn.min('currentLevels.level'), 'in', levels)
        : current.where('currentLevels.skillArea', '=', skillArea).where('currentLevels.level', 'in', levels)
    })
  }
  if (tested !== null) {
    learners = learners.where('learners.id', tested ? 'in' : 'not in', (where) => {
      const current = where.selectFrom('currentLevels').select('currentLevels.learnerId')
      return skillArea === null ? current : current.where('currentLevels.skillArea', '=', skillArea)
    })
  }
  return learners
}
