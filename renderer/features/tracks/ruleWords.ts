import { useTranslation } from 'react-i18next'
import type { Track } from '../../../shared/contract/tracks.ts'
import type {
  Margin,
  MemberRequirement,
  Requirement,
  SimpleRule,
} from '../../../shared/rules/screening/requirements.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'

/** Says a rule, its margin and its age limit in the reader's words. */
export function useRuleWords(components: Track['components']) {
  const { t, i18n } = useTranslation('tracks')
  const language: Language = i18n.resolvedLanguage === 'es' ? 'es' : 'en'
  const component = (key: string | null) =>
    key === null
      ? t('rules.anyComponent')
      : (components.find((one) => one.key === key)?.name[language] ?? key)
  const area = (key: string) => t(`core:words.skillAreas.${key}`)

  function simple(rule: SimpleRule): string {
    switch (rule.kind) {
      case 'level':
        return t('rules.level', { area: area(rule.area), level: rule.minimumLevel })
      case 'lowestLevel':
        return rule.areas.length === 0
          ? t('rules.lowestOfTested', { level: rule.minimumLevel })
          : t('rules.lowestOf', { areas: rule.areas.map(area).join(', '), level: rule.minimumLevel })
      case 'score':
        return t('rules.score', {
          instrument: rule.instrument,
          area: area(rule.area),
          score: rule.minimumScore,
        })
      case 'age':
        return t('rules.age', { years: rule.minimumYears })
      case 'schooling':
        return t('rules.schooling', { schooling: t(`core:words.schoolingLevels.${rule.minimumSchooling}`) })
      case 'equivalency':
        return t('rules.equivalency', { state: t(`core:words.equivalencyStates.${rule.minimumEquivalency}`) })
      case 'document':
        return [
          t('rules.document'),
          ...(rule.recency === null
            ? []
            : [t(`rules.recency.${rule.recency.unit}`, { count: rule.recency.count })]),
          ...(rule.minimumDoses === null ? [] : [t('rules.doses', { count: rule.minimumDoses })]),
        ].join(', ')
      case 'hours':
        return t('rules.hours', { hours: rule.minimumHours, component: component(rule.component) })
      case 'attendance':
        return t('rules.attendance', { rate: rule.minimumRate, component: component(rule.component) })
      case 'component':
        return t('rules.component', { component: component(rule.component) })
      case 'interview':
        return t(`rules.interview.${rule.needs}`)
    }
  }
  const member = (asked: MemberRequirement) => simple(asked.rule)
  function rule({ rule: asked }: Requirement): string {
    return asked.kind === 'anyOf'
      ? t('rules.anyOf', { ways: asked.members.map(member).join(` ${t('rules.or')} `) })
      : simple(asked)
  }
  function margin(value: Margin | null): string {
    if (value === null) return t('margins.none')
    return value.unit === 'toBring'
      ? t('margins.toBring')
      : t(`margins.${value.unit}`, { amount: value.amount })
  }
  return { language, rule, simple, member, margin, component }
}
