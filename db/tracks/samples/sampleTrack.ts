import type { Credential, Track } from '../../../shared/contract/tracks.ts'
import type {
  MemberRequirement,
  Requirement,
  RequirementStrength,
  Rule,
  SimpleRule,
} from '../../../shared/rules/screening/requirements.ts'
import type { LocalText } from '../../../shared/values/vocabulary.ts'

/** A track that ships with every program, as data to edit. */
export interface SampleTrack extends Omit<Track, 'id' | 'credentials' | 'versions' | 'inForce'> {
  credentials: Omit<Credential, 'id' | 'active'>[]
  requirements: Requirement[]
}

interface Details {
  message: LocalText
  nextStep: LocalText
  offeredBy: LocalText
  source: string
  waivable?: boolean
  maximumAgeDays?: number
  margin?: Requirement['margin']
}

const base = (key: string, { waivable = false, maximumAgeDays, margin, ...texts }: Details) => ({
  id: key,
  key,
  waivable,
  maximumAgeDays: maximumAgeDays ?? null,
  margin: margin ?? null,
  ...texts,
})

function entryRule(strength: RequirementStrength) {
  return (key: string, rule: Rule, details: Details): Requirement => ({
    ...base(key, details),
    strength,
    rule,
  })
}

/** A rule that decides. */
export const required = entryRule('required')

/** A rule that is shown and orders the list, and never decides. */
export const preferred = entryRule('preferred')

/** One of the ways to meet an any-of rule. */
export const oneWay = (key: string, rule: SimpleRule, details: Details): MemberRequirement => ({
  ...base(key, details),
  rule,
})

/** Stands before every value that a program must compare with its own catalog before it counts on it. */
export const toCheck = 'Program default, to be checked against your catalog.'
export const seenAtColleges = `${toCheck} Rules of this kind were seen at community colleges.`

export const esl: LocalText = { en: 'ESL program', es: 'Programa de inglés (ESL)' }
export const collegeOffice: LocalText = { en: 'Admissions office', es: 'Oficina de admisiones' }
export const bridgeProgram: LocalText = { en: 'Bridge program', es: 'Programa puente' }
export const healthOffice: LocalText = {
  en: 'Student health office or county health department',
  es: 'Oficina de salud estudiantil o departamento de salud del condado',
}
export const equivalencyClass: LocalText = {
  en: 'High-school equivalency class',
  es: 'Clase de equivalencia de secundaria',
}
