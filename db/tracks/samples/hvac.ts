import {
  ageOf,
  commonComponents,
  diplomaPreferred,
  informationSession,
  interviewRequired,
  listeningAt,
  readingAt,
} from './commonRules.ts'
import { bridgeProgram, preferred, seenAtColleges, toCheck, type SampleTrack } from './sampleTrack.ts'

const workReadinessHours = preferred(
  'workReadinessHours',
  { kind: 'hours', component: 'workReadiness', minimumHours: 10 },
  {
    message: {
      en: '10 hours of work readiness',
      es: '10 horas de preparación para el trabajo',
    },
    nextStep: {
      en: 'Come to the work-readiness class until you have 10 hours.',
      es: 'Asista a la clase de preparación para el trabajo hasta completar 10 horas.',
    },
    offeredBy: bridgeProgram,
    source: toCheck,
    waivable: true,
    margin: { unit: 'hours', amount: 5 },
  },
)

export const hvac: SampleTrack = {
  code: 'HVAC',
  name: { en: 'Heating and air conditioning (HVAC)', es: 'Calefacción y aire acondicionado (HVAC)' },
  socCode: '49-9021',
  socTitle: 'Heating, Air Conditioning, and Refrigeration Mechanics and Installers',
  seats: 14,
  status: 'active',
  components: [
    {
      key: 'englishForTheTrades',
      name: { en: 'English for the trades', es: 'Inglés para los oficios' },
      hours: null,
    },
    { key: 'classroom', name: { en: 'Classroom and shop', es: 'Aula y taller' }, hours: null },
    ...commonComponents,
  ],
  notes: 'Each part of the federal certification is passed apart, and none expires.',
  source: 'EPA Section 608. Occupation: 2018 Standard Occupational Classification.',
  credentials: [
    {
      name: { en: 'EPA Section 608, Universal', es: 'EPA Sección 608, universal' },
      parts: [
        { key: 'core', name: { en: 'Core', es: 'Básico' } },
        { key: 'typeI', name: { en: 'Type I', es: 'Tipo I' } },
        { key: 'typeII', name: { en: 'Type II', es: 'Tipo II' } },
        { key: 'typeIII', name: { en: 'Type III', es: 'Tipo III' } },
      ],
      attemptLimit: null,
      windowMonths: null,
      noShowUsesAttempt: false,
      source: `EPA 608: Core plus types I to III, each part apart, no expiry. Attempts: ${toCheck.toLowerCase()}`,
    },
  ],
  requirements: [
    readingAt(4, seenAtColleges),
    listeningAt(4, seenAtColleges),
    ageOf(18, seenAtColleges),
    interviewRequired,
    diplomaPreferred,
    workReadinessHours,
    informationSession,
  ],
}
