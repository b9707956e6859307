import { required, studentId, nameFields, type FieldDefinition } from './definition.ts'

export const cohortHistory: readonly FieldDefinition[] = [
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
