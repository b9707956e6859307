import {
  ageOf,
  backgroundPreferred,
  commonComponents,
  diplomaPreferred,
  immunizationPreferred,
  informationSession,
  interviewPreferred,
  listeningAt,
  readingAt,
  tbTestPreferred,
} from './commonRules.ts'
import { seenAtColleges, toCheck, type SampleTrack } from './sampleTrack.ts'

const english = `${toCheck} The first bridge groups for nurse assistants were screened for high-intermediate English.`

/** The track that the program began with. Only English and age decide; what colleges ask beside them is preferred. */
export const nurseAssistant: SampleTrack = {
  code: 'NA',
  name: { en: 'Nurse assistant', es: 'Auxiliar de enfermería' },
  socCode: '31-1131',
  socTitle: 'Nursing Assistants',
  seats: 16,
  status: 'active',
  components: [
    {
      key: 'englishForHealthCare',
      name: { en: 'English for health care', es: 'Inglés para el cuidado de la salud' },
      hours: null,
    },
    { key: 'classroom', name: { en: 'Classroom and lab', es: 'Aula y laboratorio' }, hours: null },
    { key: 'clinical', name: { en: 'Supervised practice', es: 'Práctica supervisada' }, hours: 16 },
    ...commonComponents,
  ],
  notes:
    'Federal minimum: 75 clock hours, 16 of them supervised practice. States ask for more; real programs run 160 to 168 hours. Check the hours of your state.',
  source: '42 CFR 483.152 for the federal hours. Occupation: 2018 Standard Occupational Classification.',
  credentials: [
    {
      name: {
        en: 'State nurse aide competency evaluation',
        es: 'Evaluación estatal de competencia para auxiliares de enfermería',
      },
      parts: [
        { key: 'knowledge', name: { en: 'Knowledge', es: 'Conocimientos' } },
        { key: 'skills', name: { en: 'Skills', es: 'Habilidades' } },
      ],
      attemptLimit: 3,
      windowMonths: 24,
      noShowUsesAttempt: false,
      source:
        'Three attempts in two years after completing is the rule in North Carolina and a cap in most states. Check whether a missed appointment uses up an attempt.',
    },
  ],
  requirements: [
    readingAt(5, english),
    listeningAt(5, english),
    ageOf(18, `${seenAtColleges} Others take people at 16 and a half.`),
    diplomaPreferred,
    tbTestPreferred,
    immunizationPreferred,
    backgroundPreferred,
    interviewPreferred,
    informationSession,
  ],
}
