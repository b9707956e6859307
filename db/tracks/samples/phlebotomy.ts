import {
  ageOf,
  commonComponents,
  diplomaRequired,
  immunizationRequired,
  informationSession,
  interviewPreferred,
  listeningAt,
  readingAt,
  tbTestRequired,
} from './commonRules.ts'
import { seenAtColleges, toCheck, type SampleTrack } from './sampleTrack.ts'

export const phlebotomy: SampleTrack = {
  code: 'PHL',
  name: { en: 'Phlebotomy', es: 'Flebotomía' },
  socCode: '31-9097',
  socTitle: 'Phlebotomists',
  seats: 12,
  status: 'active',
  components: [
    {
      key: 'englishForHealthCare',
      name: { en: 'English for health care', es: 'Inglés para el cuidado de la salud' },
      hours: null,
    },
    { key: 'classroom', name: { en: 'Classroom and lab', es: 'Aula y laboratorio' }, hours: null },
    { key: 'clinical', name: { en: 'Supervised practice', es: 'Práctica supervisada' }, hours: null },
    ...commonComponents,
  ],
  notes: 'The certification asks for 30 venipunctures and 10 capillary sticks, documented.',
  source: 'NHA certification CPT. Occupation: 2018 Standard Occupational Classification.',
  credentials: [
    {
      name: {
        en: 'Certified Phlebotomy Technician (NHA CPT)',
        es: 'Técnico en flebotomía certificado (NHA CPT)',
      },
      parts: [{ key: 'exam', name: { en: 'Exam', es: 'Examen' } }],
      attemptLimit: null,
      windowMonths: null,
      noShowUsesAttempt: false,
      source: `NHA. 30 venipunctures and 10 capillary sticks documented. Attempts and window: ${toCheck.toLowerCase()}`,
    },
  ],
  requirements: [
    readingAt(5, seenAtColleges),
    listeningAt(5, seenAtColleges),
    ageOf(18, seenAtColleges),
    diplomaRequired,
    immunizationRequired,
    tbTestRequired,
    interviewPreferred,
    informationSession,
  ],
}
