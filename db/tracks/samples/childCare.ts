import {
  ageOf,
  backgroundRequired,
  commonComponents,
  diplomaPreferred,
  everySkillAt,
  informationSession,
  tbTestRequired,
} from './commonRules.ts'
import { bridgeProgram, required, seenAtColleges, toCheck, type SampleTrack } from './sampleTrack.ts'

const workReadiness = required(
  'workReadiness',
  { kind: 'component', component: 'workReadiness' },
  {
    message: { en: 'Work-readiness workshop', es: 'Taller de preparación para el trabajo' },
    nextStep: {
      en: 'Sign up for the next work-readiness workshop.',
      es: 'Inscríbase en el próximo taller de preparación para el trabajo.',
    },
    offeredBy: bridgeProgram,
    source: toCheck,
    waivable: true,
    margin: { unit: 'toBring' },
  },
)

export const childCare: SampleTrack = {
  code: 'CC',
  name: { en: 'Child care', es: 'Cuidado infantil' },
  socCode: '39-9011',
  socTitle: 'Childcare Workers',
  seats: 15,
  status: 'active',
  components: [
    {
      key: 'englishForChildCare',
      name: { en: 'English for child care', es: 'Inglés para el cuidado infantil' },
      hours: null,
    },
    {
      key: 'professionalEducation',
      name: { en: 'Professional education', es: 'Formación profesional' },
      hours: 120,
    },
    {
      key: 'workExperience',
      name: { en: 'Work with children', es: 'Experiencia con niños' },
      hours: 480,
    },
    ...commonComponents,
  ],
  notes:
    'The credential asks for 120 clock hours of education in 8 areas and 480 hours of work with children.',
  source: 'CDA credential. Occupation: 2018 Standard Occupational Classification.',
  credentials: [
    {
      name: {
        en: 'Child Development Associate (CDA)',
        es: 'Credencial de Asociado en Desarrollo Infantil (CDA)',
      },
      parts: [{ key: 'assessment', name: { en: 'CDA assessment', es: 'Evaluación CDA' } }],
      attemptLimit: null,
      windowMonths: null,
      noShowUsesAttempt: false,
      source: `120 clock hours in 8 areas, 480 work hours. Parts, attempts and window: ${toCheck.toLowerCase()}`,
    },
  ],
  requirements: [
    everySkillAt(4),
    ageOf(18, seenAtColleges),
    backgroundRequired,
    tbTestRequired,
    workReadiness,
    diplomaPreferred,
    informationSession,
  ],
}
