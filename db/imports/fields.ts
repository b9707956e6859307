import type { ImportKind } from '../../shared/values/imports.ts'
import { foldHeading } from '../files/findHeadings.ts'

/** Something that a column of a file can hold, and how files head it, in English and Spanish. */
export interface FieldDefinition {
  readonly id: string
  readonly headings: readonly string[]
  readonly isRequired?: true
  /** More than one column may hold it. */
  readonly isRepeatable?: true
}

const required = { isRequired: true } as const

const studentId: FieldDefinition = {
  id: 'studentId',
  headings: [
    ...['Student ID', 'Student Number', 'Student No', 'Student Code', 'SID', 'ID', 'College ID', 'Campus ID'],
    ...['Learner ID', 'ID Number', 'Matrícula', 'ID de estudiante', 'ID del estudiante'],
    ...['Número de estudiante', 'Código de estudiante', 'Código del estudiante', 'Student'],
  ],
}
const familyName: FieldDefinition = {
  id: 'familyName',
  headings: ['Last Name', 'Family Name', 'Surname', 'LName', 'Apellido', 'Apellidos'],
}
const givenName: FieldDefinition = {
  id: 'givenName',
  headings: ['First Name', 'Given Name', 'FName', 'Nombre', 'Nombres', 'Nombre de pila', 'Primer nombre'],
}
const fullName: FieldDefinition = {
  id: 'fullName',
  headings: [
    ...['Name', 'Student Name', 'Full Name', 'Learner Name', 'Nombre completo', 'Nombre y apellido'],
    ...['Nombre del estudiante', 'Estudiante', 'Apellidos y nombres', 'Nombres y apellidos'],
  ],
}
const nameFields = [familyName, givenName, fullName]

const roster: readonly FieldDefinition[] = [
  studentId,
  ...nameFields,
  { id: 'preferredName', headings: ['Preferred Name', 'Nickname', 'Nombre preferido'] },
  {
    id: 'birthDate',
    headings: [
      ...['Birth Date', 'Birthdate', 'Date of Birth', 'DOB', 'Birthday', 'Born'],
      ...['Fecha de nacimiento', 'Nacimiento', 'F. nac.'],
    ],
  },
  {
    id: 'phone',
    isRepeatable: true,
    headings: [
      ...['Phone', 'Phone Number', 'Phone 1', 'Phone 2', 'Telephone', 'Cell', 'Cell Phone', 'Mobile'],
      ...['Mobile Phone', 'Home Phone', 'Work Phone', 'Teléfono', 'Teléfono 1', 'Teléfono 2', 'Celular'],
      ...['Teléfono celular', 'Número de teléfono', 'Móvil', 'Tel'],
    ],
  },
  {
    id: 'email',
    headings: ['Email', 'E-mail', 'Email Address', 'Correo', 'Correo electrónico'],
  },
  {
    id: 'firstLanguage',
    headings: [
      ...['Home Language', 'First Language', 'Native Language', 'Primary Language', 'Language'],
      ...['Idioma', 'Lengua materna', 'Idioma materno', 'Primer idioma', 'Primera lengua'],
      ...['Idioma del hogar', 'Idioma en casa'],
    ],
  },
  {
    id: 'schooling',
    headings: [
      ...['Highest Schooling', 'Schooling', 'Education', 'Education Level', 'Highest Education'],
      ...['Level of Education', 'Escolaridad', 'Nivel de estudios', 'Nivel educativo', 'Estudios'],
      ...['Nivel de escolaridad', 'Último grado'],
    ],
  },
  {
    id: 'schoolingCountry',
    headings: ['Country of Schooling', 'Schooling Country', 'Country of Education', 'País de estudios'],
  },
  {
    id: 'equivalency',
    headings: [
      ...['HS Equivalency', 'High School Equivalency', 'HSE', 'Equivalency', 'GED', 'GED HiSET'],
      ...['Equivalencia', 'Equivalencia de secundaria'],
    ],
  },
  {
    id: 'section',
    headings: [
      ...['Section', 'Class', 'Class Section', 'Class Code', 'Course Section', 'Section Code'],
      ...['Sección', 'Clase', 'Grupo', 'Curso'],
    ],
  },
  {
    id: 'interest',
    headings: [
      ...['Career Interest', 'Interest', 'Track', 'Track Interest', 'Program Interest', 'Career Goal'],
      ...['Interested In', 'Interés en'],
      ...[
        'Interés',
        'Interés profesional',
        'Interés de carrera',
        'Carrera de interés',
        'Programa de interés',
      ],
    ],
  },
  { id: 'workSchedule', headings: ['Work Schedule', 'Work Hours', 'Horario de trabajo', 'Horario laboral'] },
  {
    id: 'referralSource',
    headings: ['Referral Source', 'Referred By', 'Referral', 'Referido por', 'Cómo se enteró'],
  },
]

const testSummary: readonly FieldDefinition[] = [
  { ...studentId, ...required },
  ...nameFields,
  {
    id: 'testedOn',
    ...required,
    headings: ['Date', 'Test Date', 'Assessment Date', 'Date Tested', 'Fecha', 'Fecha de la prueba'],
  },
  {
    id: 'form',
    ...required,
    headings: ['Form', 'Test Form', 'Assessment Form', 'Form Number', 'Forma', 'Formulario', 'Versión'],
  },
  {
    id: 'score',
    ...required,
    headings: [
      ...['Score', 'Scale Score', 'Scaled Score', 'Assessment Scale Score', 'Puntaje', 'Puntuación'],
    ],
  },
  { id: 'instrument', headings: ['Assessment Name', 'Assessment', 'Test', 'Instrument', 'Prueba'] },
  {
    id: 'skillArea',
    headings: ['Assessment Subject', 'Subject', 'Skill', 'Skill Area', 'Modality', 'Área', 'Destreza'],
  },
  { id: 'passed', headings: ['Is Passed', 'Passed', 'Aprobado'] },
  { id: 'accurate', headings: ['Is Accurate', 'Accurate', 'Exacto'] },
  {
    id: 'conservativeEstimate',
    headings: ['Is Conservative Estimate', 'Conservative Estimate', 'Estimación conservadora'],
  },
  {
    id: 'earlyReason',
    headings: [
      ...['Early Reason', 'Reason for Early Test', 'Early Test Reason', 'Reason Before Hours'],
      ...['Motivo de la prueba anticipada', 'Motivo de prueba anticipada', 'Motivo antes de horas'],
    ],
  },
  {
    id: 'sectionCode',
    headings: ['Class Code', 'Section', 'Section Code', 'Class', 'Código de clase', 'Clase'],
  },
  { id: 'sectionName', headings: ['Class Description', 'Class Name', 'Descripción de la clase'] },
  { id: 'sectionStart', headings: ['Start Date', 'Class Start Date', 'Fecha de inicio'] },
  { id: 'sectionEnd', headings: ['End Date', 'Class End Date', 'Fecha de fin', 'Fecha final'] },
]

const cohortHistory: readonly FieldDefinition[] = [
  { id: 'cohort', ...required, headings: ['Cohort', 'Cohort Code', 'Cohorte', 'Código de cohorte'] },
  { id: 'site', ...required, headings: ['Site', 'Campus', 'Location', 'Sede', 'Plantel', 'Lugar'] },
  {
    id: 'startDate',
    ...required,
    headings: ['Start', 'Start Date', 'Cohort Start', 'First Day', 'Inicio', 'Fecha de inicio'],
  },
  {
    id: 'endDate',
    ...required,
    headings: ['End', 'End Date', 'Cohort End', 'Last Day', 'Fin', 'Final', 'Fecha de fin'],
  },
  { ...studentId, ...required },
  ...nameFields,
  {
    id: 'entryLevel',
    headings: [
      ...['Entry Reading Level', 'Entry Level', 'Level at Entry', 'ESL Level', 'NRS Level'],
      ...['Nivel de entrada', 'Nivel de ingreso', 'Nivel'],
    ],
  },
  { id: 'startedOn', headings: ['Started', 'Started On', 'Date Started', 'Empezó', 'Comenzó', 'Inició'] },
  {
    id: 'outcome',
    ...required,
    headings: ['Outcome', 'Result', 'Completion Status', 'Status', 'Resultado', 'Resultado final', 'Estado'],
  },
  {
    id: 'outcomeOn',
    headings: [
      'Outcome Date',
      'Completion Date',
      'Date Left',
      'Exit Date',
      'Fecha de resultado',
      'Fecha de salida',
    ],
  },
  {
    id: 'reason',
    headings: ['Reason', 'Reason for Leaving', 'Exit Reason', 'Motivo', 'Razón', 'Motivo de salida'],
  },
]

const sectionCode: FieldDefinition = {
  id: 'sectionCode',
  headings: [
    ...['Class', 'Class Code', 'Section', 'Section Code', 'Class Section', 'Course Section'],
    ...['Clase', 'Código de clase', 'Sección', 'Grupo', 'Curso'],
  ],
}

/** A sheet with a column for each meeting, or one with a learner's mark of one day in each row. */
const attendance: readonly FieldDefinition[] = [
  studentId,
  ...nameFields,
  sectionCode,
  // The heading itself is the day.
  { id: 'meetingDay', isRepeatable: true, headings: [] },
  {
    id: 'heldOn',
    headings: [
      ...['Date', 'Meeting Date', 'Class Date', 'Attendance Date', 'Day'],
      ...['Fecha', 'Fecha de clase', 'Fecha de la clase', 'Fecha de asistencia', 'Día'],
    ],
  },
  {
    id: 'mark',
    headings: [
      ...['Mark', 'Attendance', 'Attendance Mark', 'Attendance Code', 'Present', 'Attended', 'Status'],
      ...['Asistencia', 'Marca', 'Presente', 'Asistió', 'Estado'],
    ],
  },
  {
    id: 'attendedMinutes',
    headings: ['Minutes', 'Minutes Attended', 'Attended Minutes', 'Minutos', 'Minutos asistidos'],
  },
  {
    id: 'meetingMinutes',
    headings: [
      ...['Meeting Minutes', 'Minutes of the Meeting', 'Class Minutes', 'Duration', 'Length'],
      ...['Minutos de la clase', 'Minutos de la sesión', 'Duración'],
    ],
  },
]

const hours: readonly FieldDefinition[] = [
  { ...studentId, ...required },
  ...nameFields,
  sectionCode,
  { id: 'component', headings: ['Component', 'Course Component', 'Componente', 'Parte del curso'] },
  {
    id: 'periodFrom',
    ...required,
    headings: [
      'From',
      'Period From',
      'Period Start',
      'Start',
      'Start Date',
      'Desde',
      'Inicio',
      'Fecha de inicio',
    ],
  },
  {
    id: 'periodTo',
    ...required,
    headings: [
      ...['To', 'Through', 'Until', 'Period To', 'Period End', 'End', 'End Date'],
      ...['Hasta', 'Fin', 'Final', 'Fecha de fin'],
    ],
  },
  {
    id: 'hours',
    ...required,
    headings: [
      ...['Hours', 'Hours Attended', 'Attended Hours', 'Attendance Hours', 'Contact Hours'],
      ...['Instructional Hours', 'Hours of Instruction', 'Horas', 'Horas asistidas', 'Horas de instrucción'],
    ],
  },
  {
    id: 'possibleHours',
    headings: [
      ...['Possible Hours', 'Hours Possible', 'Scheduled Hours', 'Hours Offered', 'Hours Scheduled'],
      ...['Horas posibles', 'Horas ofrecidas', 'Horas programadas'],
    ],
  },
]

export const fieldsOfKind: Readonly<Record<ImportKind, readonly FieldDefinition[]>> = {
  roster,
  testSummary,
  attendance,
  hours,
  cohortHistory,
}

/** For one kind: folded heading → field id. Our own ids are headings too. */
export function headingsOf(fields: readonly FieldDefinition[]): Map<string, string> {
  const known = new Map<string, string>()
  for (const field of fields) {
    for (const heading of [field.id, ...field.headings]) {
      const folded = foldHeading(heading)
      if (!known.has(folded)) known.set(folded, field.id)
    }
  }
  return known
}

/**
 * Headings of what the program never takes in: social security and document numbers, immigration status.
 * Such a column gives no samples and can be matched to nothing.
 */
const neverTaken =
  /\b(ssn|social security|seguro social|immigration|inmigracion|migratori[ao]|visa|passport|pasaporte|alien|a number|itin|citizen\w*|ciudadania|green card|undocumented|daca)\b/

export const isNeverTaken = (foldedHeading: string): boolean => neverTaken.test(foldedHeading)
