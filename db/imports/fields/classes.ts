import { required, studentId, nameFields, type FieldDefinition } from './definition.ts'

const sectionCode: FieldDefinition = {
  id: 'sectionCode',
  headings: [
    ...['Class', 'Class Code', 'Section', 'Section Code', 'Class Section', 'Course Section'],
    ...['Clase', 'Código de clase', 'Sección', 'Grupo', 'Curso'],
  ],
}

/** A sheet with a column for each meeting, or one with a learner's mark of one day in each row. */
export const attendance: readonly FieldDefinition[] = [
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

export const hours: readonly FieldDefinition[] = [
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
