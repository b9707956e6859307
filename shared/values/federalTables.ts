import type { LocalText } from './vocabulary.ts'

/** The rows that federal Table 11 has had, in whatever words. */
export const table11RowIds = [
  'levelGain',
  'diploma',
  'transcript',
  'milestones',
  'exam',
  'employedSecondQuarter',
  'employedFourthQuarter',
  'earningsSecondQuarter',
  'diplomaAndEnrolled',
  'diplomaAndEmployed',
  'diplomaAndEmployedOrEnrolled',
  'credential',
] as const
export type Table11RowId = (typeof table11RowIds)[number]

/** The words of Table 11 from a program year on; they change with years. */
export interface Table11Edition {
  /** The year in which the first program year ends that it holds for; null: from the beginning. */
  readonly fromProgramYear: number | null
  /** Where the words were read. */
  readonly source: string
  /** In the order of the table. The English words are the federal ones, the Spanish ones explain them. */
  readonly rows: readonly { readonly id: Table11RowId; readonly label: LocalText }[]
}

const skillGains: Table11Edition['rows'] = [
  {
    id: 'levelGain',
    label: {
      en: 'MSG (types 1a, 1b, 1c) via Achievement of at Least One Educational Functioning Level Gain',
      es: 'Avance de al menos un nivel funcional educativo (tipos 1a, 1b, 1c)',
    },
  },
  {
    id: 'diploma',
    label: {
      en: 'MSG (type 2) via Attainment of Secondary School Diploma/Recognized Equivalent',
      es: 'Diploma de secundaria o su equivalente (tipo 2)',
    },
  },
  {
    id: 'transcript',
    label: {
      en: 'MSG (type 3) via Secondary or Postsecondary Transcript',
      es: 'Expediente académico de secundaria o postsecundaria (tipo 3)',
    },
  },
  {
    id: 'milestones',
    label: { en: 'MSG (type 4) via Progress Toward Milestones', es: 'Avance hacia hitos (tipo 4)' },
  },
  {
    id: 'exam',
    label: {
      en: 'MSG (type 5) via Passing Technical/Occupational Skills Exam',
      es: 'Aprobó un examen técnico u ocupacional (tipo 5)',
    },
  },
]

const work: Table11Edition['rows'] = [
  {
    id: 'employedSecondQuarter',
    label: {
      en: 'Employment Second Quarter after exit',
      es: 'Con empleo en el segundo trimestre después de la salida',
    },
  },
  {
    id: 'employedFourthQuarter',
    label: {
      en: 'Employment Fourth Quarter after exit',
      es: 'Con empleo en el cuarto trimestre después de la salida',
    },
  },
  {
    id: 'earningsSecondQuarter',
    label: {
      en: 'Median Earnings Second Quarter after exit',
      es: 'Mediana de ingresos en el segundo trimestre después de la salida',
    },
  },
]

/** The editions of Table 11, the oldest first. */
export const table11Editions: readonly Table11Edition[] = [
  {
    fromProgramYear: null,
    source:
      'Two rows for the diploma and the older name of the credential: LACES release notes 2024.7.0. The other rows as in the table for program year 2023.',
    rows: [
      ...skillGains,
      ...work,
      {
        id: 'diplomaAndEnrolled',
        label: {
          en: 'Attained a Secondary School Diploma/Recognized Equivalent and Enrolled in Postsecondary Education or Training within one year of exit',
          es: 'Diploma de secundaria o equivalente e inscripción postsecundaria en el año siguiente a la salida',
        },
      },
      {
        id: 'diplomaAndEmployed',
        label: {
          en: 'Attained a Secondary School Diploma/Recognized Equivalent and Employed within one year of exit',
          es: 'Diploma de secundaria o equivalente y empleo en el año siguiente a la salida',
        },
      },
      {
        id: 'credential',
        label: {
          en: 'Attained a Postsecondary Credential while enrolled or within one year of exit',
          es: 'Credencial postsecundaria durante la inscripción o en el año siguiente a la salida',
        },
      },
    ],
  },
  {
    fromProgramYear: 2024,
    source: 'nrs.ed.gov, Table 11 of New Jersey for program year 2023 (July 2023 to June 2024).',
    rows: [
      ...skillGains,
      ...work,
      {
        id: 'diplomaAndEmployedOrEnrolled',
        label: {
          en: 'Attained a Secondary School Diploma/Equivalent and Employed or Enrolled in Postsecondary Education or Training within one year of exit',
          es: 'Diploma de secundaria o equivalente y empleo o inscripción postsecundaria en el año siguiente a la salida',
        },
      },
      {
        id: 'credential',
        label: {
          en: 'Attained a Recognized Postsecondary Credential while enrolled or within one year of exit',
          es: 'Credencial postsecundaria reconocida durante la inscripción o en el año siguiente a la salida',
        },
      },
    ],
  },
]
