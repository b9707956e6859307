import {
  ageOf,
  commonComponents,
  informationSession,
  interviewPreferred,
  listeningAt,
} from './commonRules.ts'
import { esl, preferred, seenAtColleges, toCheck, type SampleTrack } from './sampleTrack.ts'

const attendance = preferred(
  'attendance',
  { kind: 'attendance', component: null, minimumRate: 0.8 },
  {
    message: {
      en: 'Came to at least 80% of class hours',
      es: 'Asistió al menos al 80 % de las horas de clase',
    },
    nextStep: {
      en: 'Talk with your teacher about what makes it hard to come, and about other class times.',
      es: 'Hable con su instructor sobre lo que le dificulta venir y sobre otros horarios.',
    },
    offeredBy: esl,
    source: toCheck,
    maximumAgeDays: 180,
    margin: { unit: 'percentagePoints', amount: 10 },
  },
)

export const culinary: SampleTrack = {
  code: 'CUL',
  name: { en: 'Culinary', es: 'Cocina' },
  socCode: '35-2014',
  socTitle: 'Cooks, Restaurant',
  seats: 14,
  status: 'active',
  components: [
    {
      key: 'englishForTheKitchen',
      name: { en: 'English for the kitchen', es: 'Inglés para la cocina' },
      hours: null,
    },
    { key: 'kitchen', name: { en: 'Kitchen practice', es: 'Práctica en la cocina' }, hours: null },
    ...commonComponents,
  ],
  notes: 'The manager certificate is valid for 5 years.',
  source: 'ServSafe Manager. Occupation: 2018 Standard Occupational Classification.',
  credentials: [
    {
      name: { en: 'ServSafe Manager', es: 'ServSafe Gerente' },
      parts: [{ key: 'exam', name: { en: 'Exam', es: 'Examen' } }],
      attemptLimit: null,
      windowMonths: null,
      noShowUsesAttempt: false,
      source: `ServSafe Manager, valid 5 years. Attempts and window: ${toCheck.toLowerCase()}`,
    },
  ],
  requirements: [
    listeningAt(3, seenAtColleges),
    ageOf(16.5, seenAtColleges),
    attendance,
    interviewPreferred,
    informationSession,
  ],
}
