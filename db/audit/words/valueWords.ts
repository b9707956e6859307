import type { Language } from '../../../shared/values/vocabulary.ts'
import { dateWords } from './dateWords.ts'
import { hasText, type Translate } from '../../texts/translator.ts'
import type { RecordNames } from './recordNames.ts'

/** What values are put into words with. */
export interface Words {
  language: Language
  t: Translate
  names: RecordNames
}

type KeyOf = (value: string | number) => string

/** Word lists in which a field's values stand, by the field's name: the first that knows a value says it. */
const lists: Readonly<Record<string, readonly KeyOf[]>> = {
  schooling: [(value) => `words.schoolingLevels.${value}`],
  equivalency: [(value) => `words.equivalencyStates.${value}`],
  skillArea: [(value) => `words.skillAreas.${value}`],
  outcome: [(value) => `words.memberOutcomes.${value}`],
  result: [(value) => `words.attemptResults.${value}`, (value) => `words.contactResults.${value}`],
  occasion: [(value) => `words.contactOccasions.${value}`],
  decision: [(value) => `words.decisions.${value}`],
  language: [(value) => `words.languages.${value}`],
  roles: [(value) => `words.roles.${value}`],
  duty: [(value) => `words.staffDuties.${value}`],
  deliveryFeatures: [(value) => `words.deliveryFeatures.${value}`],
  measure: [(value) => `words.benchmarkMeasures.${value}`],
  reason: [
    (value) => `words.leavingReasons.${value}`,
    (value) => `words.absenceReasons.${value}`,
    (value) => `audit.eraseReasons.${value}`,
  ],
  dataCheck: [(value) => `words.dataChecks.${value}`],
  mark: [(value) => `words.attendanceMarks.${value}`],
  level: [(value) => `words.levels.${value}`],
  entryLevel: [(value) => `words.levels.${value}`],
  status: [
    (value) => `words.learnerStatuses.${value}`,
    (value) => `words.trackStatuses.${value}`,
    (value) => `words.documentStates.${value}`,
    (value) => `words.componentStates.${value}`,
    (value) => `words.interviewResults.${value}`,
  ],
  kind: [
    (value) => `words.benchmarkKinds.${value}`,
    (value) => `audit.importKinds.${value}`,
    (value) => `audit.evidenceKinds.${value}`,
  ],
  theme: [(value) => `audit.themes.${value}`],
  instructorScope: [(value) => `audit.instructorScopes.${value}`],
  content: [(value) => `words.disclosedContents.${value}`],
  format: [(value) => `words.disclosureFormats.${value}`],
  audience: [(value) => `words.disclosureAudiences.${value}`],
  purpose: [(value) => `words.disclosurePurposes.${value}`],
}

/** Which record a field refers to. */
const references: Readonly<Record<string, string>> = {
  trackId: 'track',
  interestTrackId: 'track',
  sectionId: 'section',
  cohortId: 'cohort',
  screeningId: 'screening',
  credentialId: 'credential',
  instructorAccountId: 'account',
  learnerId: 'learner',
  mergedRecord: 'learner',
  mergedInto: 'learner',
  requirementKey: 'requirement',
  partKey: 'part',
}

const yesNo = new Set(['accurate', 'conservativeEstimate', 'passed'])
function plainWords(field: string, value: string | number | boolean, words: Words): string {
  const { t, language, names } = words
  if (typeof value === 'boolean' || yesNo.has(field)) return t(Number(value) === 1 ? 'audit.yes' : 'audit.no')
  const kind = references[field]
  if (kind !== undefined) return names.of(kind, value) ?? t('audit.gone')
  if (field === 'evidenceKey') return names.of('evidence', value) ?? names.of('track', value) ?? String(value)
  const key = lists[field]?.map((keyOf) => keyOf(value)).find((one) => hasText(one, language))
  if (key !== undefined) return t(key)
  if (typeof value === 'number') return new Intl.NumberFormat(language).format(value)
  return dateWords(value, language)
}

type Fields = Readonly<Record<string, unknown>>

/** What a person would call one member of a list: its name in the reader's language, or what stands for it. */
function memberWords(field: string, member: Fields, words: Words): string {
  const { language } = words
  const called = member.name ?? member.message ?? member.label ?? member.number ?? member.code ?? member.key
  const local = called as { en?: string; es?: string } | string | number | undefined
  const own = typeof local === 'object' ? (local[language] ?? '') : String(local ?? '')
  if (field === 'phones' && member.contactName) return `${own} (${String(member.contactName)})`
  if (field === 'levels')
    return `${String(member.level)}: ${String(member.minScore)}–${String(member.maxScore)}`
  if (field === 'staff' && member.duty) return `${own} (${plainWords('duty', String(member.duty), words)})`
  return own
}

/** A value as people say it; null for nothing. */
export function valueWords(field: string, value: unknown, words: Words): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) {
    const members = value.map((one: unknown) =>
      typeof one === 'object' && one !== null
        ? memberWords(field, one as Fields, words)
        : valueWords(field, one, words),
    )
    return members.length === 0 ? null : members.join(', ')
  }
  if (field === 'filters' && typeof value === 'string')
    return valueWords('filter', JSON.parse(value) as unknown, words)
  if (typeof value === 'object') {
    const local = value as { en?: string; es?: string }
    return local[words.language] ?? null
  }
  return plainWords(field, value as string | number | boolean, words)
}
