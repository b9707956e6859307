import {
  ageOf,
  backgroundRequired,
  commonComponents,
  diplomaRequired,
  informationSession,
  interviewPreferred,
  listeningAt,
} from './commonRules.ts'
import { esl, oneWay, required, seenAtColleges, toCheck, type SampleTrack } from './sampleTrack.ts'

const nextReadingTest = {
  nextStep: {
    en: 'Keep going in your English class, and ask your teacher when you can take the next reading test.',
    es: 'Siga en su clase de inglés y pregunte a su instructor cuándo puede hacer la próxima prueba de lectura.',
  },
  offeredBy: esl,
  source: `${toCheck} Labels and prescriptions ask for careful reading.`,
  waivable: true,
}

const carefulReading = required(
  'carefulReading',
  {
    kind: 'anyOf',
    members: [
      oneWay(
        'readingLevel',
        { kind: 'level', area: 'reading', minimumLevel: 6 },
        {
          ...nextReadingTest,
          message: { en: 'Reading: level 6 or higher', es: 'Lectura: nivel 6 o más' },
          maximumAgeDays: 365,
          margin: { unit: 'levels', amount: 1 },
        },
      ),
      oneWay(
        'readingScore',
        { kind: 'score', instrument: 'CASAS Reading STEPS', area: 'reading', minimumScore: 224 },
        {
          ...nextReadingTest,
          message: { en: 'CASAS Reading STEPS: 224 or higher', es: 'CASAS Reading STEPS: 224 o más' },
          maximumAgeDays: 365,
          margin: { unit: 'points', amount: 5 },
        },
      ),
    ],
  },
  {
    ...nextReadingTest,
    message: {
      en: 'Reading: level 6, or a score of 224 on CASAS Reading STEPS',
      es: 'Lectura: nivel 6, o 224 puntos en CASAS Reading STEPS',
    },
  },
)

export const pharmacyTechnician: SampleTrack = {
  code: 'PHT',
  name: { en: 'Pharmacy technician', es: 'Técnico en farmacia' },
  socCode: '29-2052',
  socTitle: 'Pharmacy Technicians',
  seats: 12,
  status: 'active',
  components: [
    {
      key: 'englishForPharmacy',
      name: { en: 'English for the pharmacy', es: 'Inglés para la farmacia' },
      hours: null,
    },
    { key: 'classroom', name: { en: 'Classroom', es: 'Aula' }, hours: null },
    { key: 'externship', name: { en: 'Externship', es: 'Pasantía' }, hours: null },
    ...commonComponents,
  ],
  notes: null,
  source: 'PTCB certification CPhT. Occupation: 2018 Standard Occupational Classification.',
  credentials: [
    {
      name: {
        en: 'Certified Pharmacy Technician (PTCB CPhT)',
        es: 'Técnico en farmacia certificado (PTCB CPhT)',
      },
      parts: [{ key: 'exam', name: { en: 'Exam', es: 'Examen' } }],
      attemptLimit: null,
      windowMonths: null,
      noShowUsesAttempt: false,
      source: `PTCB. Attempts and window: ${toCheck.toLowerCase()}`,
    },
  ],
  requirements: [
    carefulReading,
    listeningAt(5, seenAtColleges),
    ageOf(18, seenAtColleges),
    diplomaRequired,
    backgroundRequired,
    interviewPreferred,
    informationSession,
  ],
}
