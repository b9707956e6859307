import { useTranslation } from 'react-i18next'
import type { RowProblem } from '../../../shared/contract/importPlan.ts'
import type { ImportField } from '../../../shared/contract/imports.ts'
import type { LocalText } from '../../../shared/values/vocabulary.ts'
import { formatDay } from '../../ui/formatDay.ts'

/** Values that are words of the program, by the field that holds them. */
const wordLists: Readonly<Record<string, string>> = {
  schooling: 'schoolingLevels',
  equivalency: 'equivalencyStates',
  skillArea: 'skillAreas',
  outcome: 'memberOutcomes',
  reason: 'leavingReasons',
  result: 'attemptResults',
  mark: 'attendanceMarks',
  level: 'levels',
  entryLevel: 'levels',
}
const yesNoFields = new Set(['accurate', 'conservativeEstimate', 'passed'])
const isDay = /^\d{4}-\d{2}-\d{2}$/

/** Fields and tracks by which values get their words. */
export interface KnownWords {
  readonly fields?: readonly ImportField[]
  readonly tracks?: readonly { readonly id: number; readonly name: LocalText }[]
}

/** Puts fields, values and reasons of an import into the reader's words. */
export function useImportWords({ fields = [], tracks = [] }: KnownWords = {}) {
  const { t, i18n } = useTranslation('imports')
  const language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'

  function partName(key: string): string {
    const field = fields.find(({ id, part }) => part !== null && id.split('.')[1] === key)
    return field?.part?.[language] ?? key
  }

  function fieldName(id: string): string {
    const [name = '', part = '', number = ''] = id.split('.')
    if (name === 'attemptDate' || name === 'attemptResult' || name === 'attempt') {
      return t(`attempts.${name}`, { part: partName(part), number })
    }
    if (isDay.test(part)) return t(`onDay.${name}`, { day: formatDay(part, i18n.language) })
    return t(`fields.${name}`)
  }

  function oneValue(field: string, value: string): string {
    if (isDay.test(value)) return formatDay(value, i18n.language)
    if (yesNoFields.has(field)) return t(value === '1' ? 'yes' : 'no')
    if (field === 'interestTrackId' || field === 'trackId') {
      return tracks.find(({ id }) => String(id) === value)?.name[language] ?? value
    }
    const list = wordLists[field]
    const key = `core:words.${list}.${value}`
    return list !== undefined && i18n.exists(key) ? t(key) : value
  }

  function valueText(field: string, value: string | null): string {
    if (value === null || value === '') return '–'
    const name = field.split('.')[0] ?? field
    if (name !== 'attempt') return oneValue(name, value)
    return value
      .split(' · ')
      .map((part) => oneValue('result', part))
      .join(' · ')
  }

  return {
    fieldName,
    valueText,
    problemText: ({ code, values }: RowProblem) => t(`core:${code}`, values),
    columnName: (column: RowProblem['column']) =>
      column === null ? null : t('column', { heading: column.heading, letter: column.letter }),
  }
}
