import type { AuditRow } from '../../../shared/contract/audit.ts'
import type { AuditSubject } from '../../../shared/values/audit.ts'
import type { DisclosedContent } from '../../../shared/values/disclosures.ts'
import { mergingActions } from '../../merges/standing.ts'
import { hasText } from '../../texts/translator.ts'
import type { StoredEntry } from '../findFault.ts'
import { changeWords } from './changeWords.ts'
import type { Words } from './valueWords.ts'

/** What somebody did, such as "Changed a learner's record"; the use case's name where no text is. */
export function actionWords(action: string, { t, language }: Words): string {
  const key = `audit.actions.${action}`
  return hasText(key, language) ? t(key) : action
}

/** The record that an entry is about, by its name; null where there is nothing to name. */
function aboutWords(entry: StoredEntry, { t, names }: Words): string | null {
  if (entry.learnerId !== null) return names.of('learner', entry.learnerId) ?? t('audit.gone')
  if (entry.subject === null || entry.subjectId === null) return null
  if (entry.subject === 'disclosure' && entry.after !== null) {
    const { content } = JSON.parse(entry.after) as { content: DisclosedContent }
    return t(`words.disclosedContents.${content}`)
  }
  return names.of(entry.subject, entry.subjectId)
}

/** The learners whom an entry names: whose it is, and with whose record theirs was merged. */
export function learnersNamed({ learnerId, action, before, after }: StoredEntry): number[] {
  const own = learnerId === null ? [] : [learnerId]
  if (!(mergingActions as readonly string[]).includes(action)) return own
  const sides = [before, after].map((side) => JSON.parse(side ?? '{}') as Record<string, unknown>)
  const others = sides.flatMap(({ mergedRecord, mergedInto }) => [mergedRecord, mergedInto])
  return [...own, ...others.filter((id) => typeof id === 'number')]
}

/** An entry of the record of changes as people read it. */
export function entryWords(entry: StoredEntry, words: Words): AuditRow {
  return {
    key: `entry ${entry.id}`,
    entryId: entry.id,
    at: entry.at,
    who: entry.accountName,
    action: actionWords(entry.action, words),
    subject: entry.subject as AuditSubject | null,
    subjectId: entry.subjectId,
    learnerId: entry.learnerId,
    about: aboutWords(entry, words),
    changes: changeWords(entry.before, entry.after, words),
    isErased: entry.salt === null,
  }
}
