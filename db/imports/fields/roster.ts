import { studentId, nameFields, type FieldDefinition } from './definition.ts'

export const roster: readonly FieldDefinition[] = [
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
