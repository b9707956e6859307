import type { i18n } from 'i18next'
import type { Evidence, LevelEvidence, RequirementAnswer } from '../../../shared/rules/screening/answers.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { formatDay } from '../../ui/formatDay.ts'

/** Says how far a learner is in words to the learner; null where the rule's own message says it all. */
export function plainAnswer(answer: RequirementAnswer, texts: i18n, language: Language): string | null {
  const { evidence } = answer
  if (evidence.kind !== 'anyOf') return plainEvidence(evidence, texts, language)
  const deciding = evidence.members.find(({ key }) => key === evidence.decidingMember)
  return deciding ? plainEvidence(deciding.evidence, texts, language) : null
}

function plainEvidence(evidence: Evidence, texts: i18n, language: Language): string | null {
  const say = texts.getFixedT(language, 'screening')
  const day = (iso: string) => formatDay(iso, language)
  const skill = (area: string) => say(`core:words.skillAreas.${area}`).toLocaleLowerCase(language)

  function level(found: LevelEvidence): string {
    const area = skill(found.area)
    if (found.score === null || found.testedOn === null) return say('plain.noTest', { area })
    const test = { area, score: found.score, date: day(found.testedOn) }
    if (found.unknown === 'tooOld') return say('plain.oldTest', test)
    if (found.level === null) return say('plain.unknownLevel', test)
    const had = say('plain.level', { ...test, level: String(found.level), needed: found.neededLevel })
    if (!found.levelsBelow) return had
    return found.pointsBelow === null ? had : `${had} ${say('plain.points', { points: found.pointsBelow })}`
  }

  switch (evidence.kind) {
    case 'level':
      return level(evidence)
    case 'lowestLevel':
      return evidence.areas
        .filter((area) => area.unknown !== null || area.levelsBelow !== 0)
        .map(level)
        .join(' ')
    case 'score':
      if (evidence.score === null || evidence.testedOn === null)
        return say('plain.noTest', { area: skill(evidence.area) })
      return say('plain.score', {
        area: skill(evidence.area),
        score: evidence.score,
        needed: evidence.neededScore,
        date: day(evidence.testedOn),
      })
    case 'age':
      return evidence.oldEnoughOn === null
        ? say('plain.noBirthDate')
        : say('plain.age', { date: day(evidence.oldEnoughOn) })
    case 'document':
      if (evidence.doses !== null && evidence.dosesShort !== null && evidence.dosesShort > 0)
        return say('plain.doses', { doses: evidence.doses, needed: evidence.neededDoses ?? 0 })
      return evidence.notBefore === null ? null : say('plain.dated', { date: day(evidence.notBefore) })
    case 'hours':
      return evidence.hours === null
        ? null
        : say('plain.hours', { hours: evidence.hours, needed: evidence.neededHours })
    case 'attendance':
      return evidence.rate === null ? null : say('plain.attendance', { rate: evidence.rate })
    case 'schooling':
    case 'equivalency':
    case 'component':
    case 'interview':
      return null
  }
}
