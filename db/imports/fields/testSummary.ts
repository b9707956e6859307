import { required, studentId, nameFields, type FieldDefinition } from './definition.ts'

export const testSummary: readonly FieldDefinition[] = [
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
