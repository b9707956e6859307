import type { Margin, MemberRequirement, Requirement } from '../../../shared/rules/screening/requirements.ts'
import type { TableLevel } from '../../../shared/rules/levels.ts'
import {
  bridgeProgram,
  collegeOffice,
  equivalencyClass,
  esl,
  healthOffice,
  oneWay,
  preferred,
  required,
  seenAtColleges,
  toCheck,
} from './sampleTrack.ts'

const oneLevel: Margin = { unit: 'levels', amount: 1 }
const toBring: Margin = { unit: 'toBring' }
const aYear = 365

/** Reading at a level, by a test of the last year. */
export const readingAt = (level: TableLevel, source: string): Requirement =>
  required(
    'reading',
    { kind: 'level', area: 'reading', minimumLevel: level },
    {
      message: {
        en: `Reading: level ${level} or higher, on a test from the last year`,
        es: `Lectura: nivel ${level} o más, en una prueba del último año`,
      },
      nextStep: {
        en: 'Keep going in your English class, and ask your teacher when you can take the next reading test.',
        es: 'Siga en su clase de inglés y pregunte a su instructor cuándo puede hacer la próxima prueba de lectura.',
      },
      offeredBy: esl,
      source,
      waivable: true,
      maximumAgeDays: aYear,
      margin: oneLevel,
    },
  )

/** Listening at a level, by a test of the last year. */
export const listeningAt = (level: TableLevel, source: string): Requirement =>
  required(
    'listening',
    { kind: 'level', area: 'listening', minimumLevel: level },
    {
      message: {
        en: `Listening: level ${level} or higher, on a test from the last year`,
        es: `Comprensión auditiva: nivel ${level} o más, en una prueba del último año`,
      },
      nextStep: {
        en: 'Keep going in your English class, and ask your teacher when you can take the next listening test.',
        es: 'Siga en su clase de inglés y pregunte a su instructor cuándo puede hacer la próxima prueba de comprensión auditiva.',
      },
      offeredBy: esl,
      source,
      waivable: true,
      maximumAgeDays: aYear,
      margin: oneLevel,
    },
  )

/** The weakest of reading and listening at a level. */
export const everySkillAt = (level: TableLevel): Requirement =>
  required(
    'lowestSkill',
    { kind: 'lowestLevel', areas: ['reading', 'listening'], minimumLevel: level },
    {
      message: {
        en: `Reading and listening: both at level ${level} or higher, on tests from the last year`,
        es: `Lectura y comprensión auditiva: las dos en el nivel ${level} o más, en pruebas del último año`,
      },
      nextStep: {
        en: 'Keep going in your English class, and ask your teacher which test to take next.',
        es: 'Siga en su clase de inglés y pregunte a su instructor qué prueba le toca.',
      },
      offeredBy: esl,
      source: seenAtColleges,
      waivable: true,
      maximumAgeDays: aYear,
      margin: oneLevel,
    },
  )

/** Old enough on the first day; years may end in .5. */
export const ageOf = (years: number, source: string): Requirement => {
  const en = years % 1 === 0.5 ? `${Math.floor(years)} and a half` : String(years)
  const es = years % 1 === 0.5 ? `${Math.floor(years)} años y medio` : `${years} años`
  return required(
    'age',
    { kind: 'age', minimumYears: years },
    {
      message: { en: `Age ${en} or older on the first day`, es: `Tener ${es} o más el primer día` },
      nextStep: {
        en: 'Keep your place in English class, and ask about the class that starts after your birthday.',
        es: 'Siga en su clase de inglés y pregunte por el curso que empieza después de su cumpleaños.',
      },
      offeredBy: bridgeProgram,
      source,
      margin: { unit: 'months', amount: 6 },
    },
  )
}

const finishEquivalency = {
  nextStep: {
    en: 'Ask about the free high-school equivalency class; you can study for it and learn English together.',
    es: 'Pregunte por la clase gratuita de equivalencia de secundaria; puede prepararse y aprender inglés a la vez.',
  },
  offeredBy: equivalencyClass,
}

const diplomaWays: readonly MemberRequirement[] = [
  oneWay(
    'diploma',
    { kind: 'schooling', minimumSchooling: 'secondaryDiploma' },
    {
      message: {
        en: 'A high-school diploma from any country',
        es: 'Un diploma de secundaria de cualquier país',
      },
      nextStep: {
        en: 'If you finished high school in another country, tell the admissions office where and when.',
        es: 'Si terminó la secundaria en otro país, diga a la oficina de admisiones dónde y cuándo.',
      },
      offeredBy: collegeOffice,
      source: seenAtColleges,
      margin: { unit: 'steps', amount: 1 },
    },
  ),
  oneWay(
    'equivalency',
    { kind: 'equivalency', minimumEquivalency: 'done' },
    {
      message: { en: 'High-school equivalency', es: 'Equivalencia de secundaria' },
      ...finishEquivalency,
      source: seenAtColleges,
      margin: { unit: 'steps', amount: 1 },
    },
  ),
]

const diplomaTexts = {
  message: {
    en: 'A high-school diploma, or high-school equivalency',
    es: 'Diploma de secundaria, o equivalencia de secundaria',
  },
  ...finishEquivalency,
  source: seenAtColleges,
  waivable: true,
}

/** Diploma or equivalency, deciding. */
export const diplomaRequired = required('schooling', { kind: 'anyOf', members: diplomaWays }, diplomaTexts)

/** Diploma or equivalency, as something that helps. */
export const diplomaPreferred = preferred('schooling', { kind: 'anyOf', members: diplomaWays }, diplomaTexts)

const tbTexts = (months: number) => ({
  message: {
    en: `TB test not more than ${months} months before the first day`,
    es: `Prueba de tuberculosis de no más de ${months} meses antes del primer día`,
  },
  nextStep: {
    en: 'Get a TB test, and show the result to the college office. The office only notes that it saw it.',
    es: 'Hágase la prueba de tuberculosis y muestre el resultado en la oficina del colegio. La oficina solo anota que lo vio.',
  },
  offeredBy: healthOffice,
  source: `${seenAtColleges} Some ask for a test within 30 days, others within 6 months of the start.`,
  margin: toBring,
})
const tbRule = (months: number) => ({
  kind: 'document' as const,
  document: 'tbTest',
  recency: { unit: 'months' as const, count: months },
  minimumDoses: null,
})
export const tbTestRequired = required('tbTest', tbRule(6), tbTexts(6))
export const tbTestPreferred = preferred('tbTest', tbRule(6), tbTexts(6))

const immunizationTexts = {
  message: { en: 'Hepatitis B shots: 3 doses', es: 'Vacuna contra la hepatitis B: 3 dosis' },
  nextStep: {
    en: 'Bring your shot record to the college office. If a dose is missing, the health department can give it.',
    es: 'Lleve su cartilla de vacunas a la oficina del colegio. Si falta una dosis, se la pueden poner en el departamento de salud.',
  },
  offeredBy: healthOffice,
  source: `${seenAtColleges} Which series and how many doses differs by college.`,
  waivable: true,
  margin: { unit: 'doses', amount: 2 } as const,
}
const immunizationRule = { kind: 'document', document: 'hepatitisB', recency: null, minimumDoses: 3 } as const
export const immunizationRequired = required('hepatitisB', immunizationRule, immunizationTexts)
export const immunizationPreferred = preferred('hepatitisB', immunizationRule, immunizationTexts)

const backgroundTexts = {
  message: {
    en: 'Background check done by the college office',
    es: 'Verificación de antecedentes hecha por la oficina del colegio',
  },
  nextStep: {
    en: 'Ask the admissions office how to start the background check. It has to be ready before work with patients or children begins.',
    es: 'Pregunte en la oficina de admisiones cómo iniciar la verificación de antecedentes. Debe estar lista antes de trabajar con pacientes o con niños.',
  },
  offeredBy: collegeOffice,
  source: seenAtColleges,
  margin: toBring,
}
const backgroundRule = {
  kind: 'document',
  document: 'backgroundCheck',
  recency: null,
  minimumDoses: null,
} as const
export const backgroundRequired = required('backgroundCheck', backgroundRule, backgroundTexts)
export const backgroundPreferred = preferred('backgroundCheck', backgroundRule, backgroundTexts)

const interviewTexts = {
  message: { en: 'A talk with the program', es: 'Una entrevista con el programa' },
  nextStep: {
    en: 'Make an appointment for a short talk about the course and your plans.',
    es: 'Pida una cita para hablar un momento sobre el curso y sus planes.',
  },
  offeredBy: bridgeProgram,
  source: seenAtColleges,
  waivable: true,
  margin: toBring,
}
export const interviewRequired = required('interview', { kind: 'interview', needs: 'held' }, interviewTexts)
export const interviewPreferred = preferred('interview', { kind: 'interview', needs: 'held' }, interviewTexts)

/** The information session, where people hear what the work is like. */
export const informationSession = preferred(
  'informationSession',
  { kind: 'component', component: 'informationSession' },
  {
    message: { en: 'Information session', es: 'Sesión informativa' },
    nextStep: {
      en: 'Come to the next information session and bring your questions.',
      es: 'Venga a la próxima sesión informativa y traiga sus preguntas.',
    },
    offeredBy: bridgeProgram,
    source: toCheck,
    waivable: true,
    margin: toBring,
  },
)

/** The components that every sample track has beside its own. */
export const commonComponents = [
  {
    key: 'informationSession',
    name: { en: 'Information session', es: 'Sesión informativa' },
    hours: null,
  },
  { key: 'workReadiness', name: { en: 'Work readiness', es: 'Preparación para el trabajo' }, hours: null },
]
