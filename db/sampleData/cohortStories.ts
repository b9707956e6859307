import type { CohortFacts, CohortLessons } from '../../shared/contract/cohortValues.ts'
import type { Language, LocalText } from '../../shared/values/vocabulary.ts'

const vocational = ['Denise Okafor', 'Luis Ferrer'] as const
const languageTeachers = ['Marta Salcedo', 'Hannah Weiss'] as const

/** Who teaches and coaches the cohort of this number; the same person coaches them all. */
export const inventStaff = (index: number): CohortFacts['staff'] => [
  { name: vocational[index % 2]!, duty: 'vocationalInstructor' },
  { name: languageTeachers[index % 2]!, duty: 'languageInstructor' },
  { name: 'Rosa Ibarra', duty: 'coach' },
]

const labHours: LocalText = { en: '2 hours a week', es: '2 horas por semana' }

/** What the cohort of this number offers; every second one has a bilingual instructor. */
export function inventFeatures(index: number, language: Language): CohortFacts['deliveryFeatures'] {
  const always = [
    { feature: 'contextualEnglish', detail: null },
    { feature: 'languageLab', detail: labHours[language] },
    { feature: 'workReadiness', detail: null },
  ] as const
  return index % 2 === 0 ? [{ feature: 'bilingualInstructor', detail: null }, ...always] : [...always]
}

const lessons: readonly { whatFailed: LocalText; whatToChange: LocalText }[] = [
  {
    whatFailed: {
      en: 'Three people lost the thread in the second month: the textbook chapters were longer than anyone had planned for.',
      es: 'Tres personas perdieron el hilo en el segundo mes: los capítulos del libro eran más largos de lo que nadie había previsto.',
    },
    whatToChange: {
      en: 'Read each chapter in the language class the week before it is taught.',
      es: 'Leer cada capítulo en la clase de inglés la semana anterior a que se enseñe.',
    },
  },
  {
    whatFailed: {
      en: 'Clinical hours were set at short notice, and two people could not leave work for them.',
      es: 'Las horas de práctica se fijaron con poca anticipación y dos personas no pudieron salir del trabajo.',
    },
    whatToChange: {
      en: 'Fix the clinical days before the first day of class and put them in the invitation.',
      es: 'Fijar los días de práctica antes del primer día de clase y ponerlos en la invitación.',
    },
  },
  {
    whatFailed: {
      en: 'The first exam date was six weeks after the last class, and people forgot what they had practiced.',
      es: 'La primera fecha de examen fue seis semanas después de la última clase y la gente olvidó lo que había practicado.',
    },
    whatToChange: {
      en: 'Book the exam before the course ends, and keep the lab open until then.',
      es: 'Reservar el examen antes de que termine el curso y mantener abierto el laboratorio hasta entonces.',
    },
  },
]

/** What was learned from the cohort of this number. */
export function inventLessons(index: number, language: Language): CohortLessons {
  const { whatFailed, whatToChange } = lessons[index % lessons.length]!
  return { whatFailed: whatFailed[language], whatToChange: whatToChange[language] }
}

const regularClass: LocalText = { en: 'Regular day class', es: 'Clase diurna regular' }
const inventedSource: LocalText = {
  en: 'Invented for the sample program',
  es: 'Inventada para el programa de ejemplo',
}

/** The regular class of the same course, to compare with. */
export const inventBenchmarks = (language: Language) =>
  (
    [
      ['completionRate', 61, 78],
      ['certifiedOfCompleters', 47, 61],
    ] as const
  ).map(([measure, numerator, denominator]) => ({
    kind: 'regularClass',
    measure,
    label: regularClass[language],
    numerator,
    denominator,
    source: inventedSource[language],
  }))
