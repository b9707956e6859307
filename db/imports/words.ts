import type {
  AttemptResult,
  LeavingReason,
  MemberOutcome,
  SkillArea,
} from '../../shared/values/vocabulary.ts'
import { wordReader } from '../files/values.ts'

/** How cohort histories say what became of a member. */
export const toOutcome = wordReader<MemberOutcome>({
  stillIn: [
    'active',
    'in progress',
    'enrolled',
    'current',
    'en curso',
    'activo',
    'activa',
    'sigue en curso',
    'sigue',
  ],
  completed: [
    ...['complete', 'completer', 'finished', 'graduated', 'graduate', 'yes'],
    ...['completó', 'completado', 'terminó', 'terminado', 'graduado', 'graduada', 'se graduó'],
  ],
  withdrew: [
    ...[
      'withdrawn',
      'withdrawal',
      'dropped',
      'drop',
      'dropped out',
      'left',
      'did not complete',
      'not completed',
    ],
    ...[
      'se retiró',
      'retirado',
      'retirada',
      'abandonó',
      'baja',
      'dejó el curso',
      'no completó',
      'no terminó',
    ],
  ],
  excluded: ['exclusion', 'excluido', 'excluida'],
  didNotStart: [
    'never started',
    'no start',
    'did not begin',
    'dns',
    'no empezó',
    'nunca empezó',
    'no inició',
    'no comenzó',
  ],
})

/** How cohort histories say why somebody left. */
export const toLeavingReason = wordReader<LeavingReason>({
  workSchedule: ['schedule', 'work hours', 'work conflict', 'horario', 'horario de trabajo', 'trabajo'],
  foundWork: [
    'found a job',
    'got a job',
    'employment',
    'new job',
    'job',
    'encontró trabajo',
    'consiguió trabajo',
    'empleo',
  ],
  childCare: ['childcare', 'children', 'cuidado de los hijos', 'cuidado de niños', 'hijos', 'guardería'],
  family: ['family reasons', 'family issues', 'familia', 'motivos familiares', 'razones familiares'],
  health: ['health reasons', 'illness', 'sick', 'medical', 'salud', 'enfermedad', 'motivos de salud'],
  transport: ['transportation', 'no transportation', 'no ride', 'transporte', 'falta de transporte'],
  money: ['financial', 'cost', 'tuition', 'finances', 'dinero', 'costo', 'motivos económicos', 'económico'],
  movedAway: ['moved', 'relocated', 'relocation', 'se mudó', 'mudanza', 'cambio de ciudad'],
  englishTooHard: ['english', 'language', 'english level', 'inglés', 'inglés demasiado difícil', 'idioma'],
  courseTooHard: ['course difficulty', 'academic', 'failed course', 'curso demasiado difícil', 'académico'],
  attendance: ['absences', 'poor attendance', 'asistencia', 'faltas', 'ausencias'],
  clinicalHoursNotMet: ['clinical hours', 'clinicals', 'horas clínicas', 'horas clínicas sin cumplir'],
  otherTraining: ['another program', 'transferred', 'other program', 'otra capacitación', 'otro programa'],
  noContact: [
    'lost contact',
    'unknown',
    'no response',
    'unable to contact',
    'sin contacto',
    'se perdió el contacto',
  ],
  other: ['other reason', 'otro', 'otro motivo', 'otra'],
  medicalOver90Days: [
    'medical over ninety days',
    'medical 90 days',
    'motivo médico más de 90 días',
    'médico más de 90 días',
  ],
  deceased: ['died', 'death', 'falleció', 'fallecido', 'fallecida'],
  calledToDuty: ['called to active duty', 'active duty', 'military', 'military duty', 'servicio militar'],
  institutionalized: [
    'incarcerated',
    'institutionalised',
    'internado',
    'internada',
    'encarcelado',
    'encarcelada',
  ],
  otherExclusion: ['otra exclusión'],
})

/** How cohort histories say how a sitting went. */
export const toAttemptResult = wordReader<AttemptResult>({
  pass: ['passed', 'p', 'yes', 'aprobado', 'aprobada', 'aprobó', 'pasó', 'sí'],
  fail: [
    'failed',
    'f',
    'did not pass',
    'not passed',
    'no',
    'reprobado',
    'reprobada',
    'reprobó',
    'no aprobó',
    'no pasó',
  ],
  noShow: ['no show', 'noshow', 'ns', 'absent', 'did not appear', 'no se presentó', 'ausente', 'no asistió'],
  waiting: [
    'pending',
    'awaiting',
    'scheduled',
    'registered',
    'pendiente',
    'en espera',
    'programado',
    'programada',
  ],
})

/** How test files name what was tested. */
export const toSkillArea = wordReader<SkillArea>({
  reading: ['read', 'lectura'],
  listening: ['listen', 'comprensión auditiva', 'auditiva'],
  speaking: ['oral', 'expresión oral'],
  writing: ['write', 'escritura', 'expository writing'],
  'speaking+listening': ['speaking and listening', 'oral english', 'listening and speaking'],
  'reading+writing': ['reading and writing', 'literacy'],
})

/** `Pass`, `Passed` or a plain yes; `Fail` or a plain no. */
export const toPassed = wordReader<'passed' | 'failed'>({
  passed: ['pass', 'yes', 'y', 'true', '1', 'aprobado', 'sí'],
  failed: ['fail', 'no', 'n', 'false', '0', 'reprobado'],
})
