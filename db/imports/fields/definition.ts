/** Something that a column of a file can hold, and how files head it, in English and Spanish. */
export interface FieldDefinition {
  readonly id: string
  readonly headings: readonly string[]
  readonly isRequired?: true
  /** More than one column may hold it. */
  readonly isRepeatable?: true
}

export const required = { isRequired: true } as const

export const studentId: FieldDefinition = {
  id: 'studentId',
  headings: [
    ...['Student ID', 'Student Number', 'Student No', 'Student Code', 'SID', 'ID', 'College ID', 'Campus ID'],
    ...['Learner ID', 'ID Number', 'Matrícula', 'ID de estudiante', 'ID del estudiante'],
    ...['Número de estudiante', 'Código de estudiante', 'Código del estudiante', 'Student'],
  ],
}
export const familyName: FieldDefinition = {
  id: 'familyName',
  headings: ['Last Name', 'Family Name', 'Surname', 'LName', 'Apellido', 'Apellidos'],
}
export const givenName: FieldDefinition = {
  id: 'givenName',
  headings: ['First Name', 'Given Name', 'FName', 'Nombre', 'Nombres', 'Nombre de pila', 'Primer nombre'],
}
export const fullName: FieldDefinition = {
  id: 'fullName',
  headings: [
    ...['Name', 'Student Name', 'Full Name', 'Learner Name', 'Nombre completo', 'Nombre y apellido'],
    ...['Nombre del estudiante', 'Estudiante', 'Apellidos y nombres', 'Nombres y apellidos'],
  ],
}
export const nameFields = [familyName, givenName, fullName]
