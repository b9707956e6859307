import enAudit from './en/audit.json' with { type: 'json' }
import enAttendance from './en/attendance.json' with { type: 'json' }
import enAttempts from './en/attempts.json' with { type: 'json' }
import enBackups from './en/backups.json' with { type: 'json' }
import enBenchmarks from './en/benchmarks.json' with { type: 'json' }
import enCohorts from './en/cohorts.json' with { type: 'json' }
import enContacts from './en/contacts.json' with { type: 'json' }
import enDataChecks from './en/dataChecks.json' with { type: 'json' }
import enDuplicates from './en/duplicates.json' with { type: 'json' }
import enCommandLine from './en/commandLine.json' with { type: 'json' }
import enAssessments from './en/assessments.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enEvidence from './en/evidence.json' with { type: 'json' }
import enFilesOut from './en/filesOut.json' with { type: 'json' }
import enImports from './en/imports.json' with { type: 'json' }
import enInstructionHours from './en/instructionHours.json' with { type: 'json' }
import enInstruments from './en/instruments.json' with { type: 'json' }
import enKeep from './en/keep.json' with { type: 'json' }
import enLearners from './en/learners.json' with { type: 'json' }
import enMerges from './en/merges.json' with { type: 'json' }
import enSections from './en/sections.json' with { type: 'json' }
import enProgress from './en/progress.json' with { type: 'json' }
import enStart from './en/start.json' with { type: 'json' }
import enReports from './en/reports.json' with { type: 'json' }
import enSafety from './en/safety.json' with { type: 'json' }
import enScreening from './en/screening.json' with { type: 'json' }
import enSight from './en/sight.json' with { type: 'json' }
import enSession from './en/session.json' with { type: 'json' }
import enTracks from './en/tracks.json' with { type: 'json' }
import enWorkLists from './en/workLists.json' with { type: 'json' }
import enWords from './en/words.json' with { type: 'json' }
import esAudit from './es/audit.json' with { type: 'json' }
import esAttendance from './es/attendance.json' with { type: 'json' }
import esAttempts from './es/attempts.json' with { type: 'json' }
import esBackups from './es/backups.json' with { type: 'json' }
import esBenchmarks from './es/benchmarks.json' with { type: 'json' }
import esCohorts from './es/cohorts.json' with { type: 'json' }
import esContacts from './es/contacts.json' with { type: 'json' }
import esDataChecks from './es/dataChecks.json' with { type: 'json' }
import esDuplicates from './es/duplicates.json' with { type: 'json' }
import esCommandLine from './es/commandLine.json' with { type: 'json' }
import esAssessments from './es/assessments.json' with { type: 'json' }
import enWorkbooks from './en/workbooks.json' with { type: 'json' }
import esErrors from './es/errors.json' with { type: 'json' }
import esEvidence from './es/evidence.json' with { type: 'json' }
import esFilesOut from './es/filesOut.json' with { type: 'json' }
import esImports from './es/imports.json' with { type: 'json' }
import esInstructionHours from './es/instructionHours.json' with { type: 'json' }
import esInstruments from './es/instruments.json' with { type: 'json' }
import esKeep from './es/keep.json' with { type: 'json' }
import esLearners from './es/learners.json' with { type: 'json' }
import esMerges from './es/merges.json' with { type: 'json' }
import esSections from './es/sections.json' with { type: 'json' }
import esProgress from './es/progress.json' with { type: 'json' }
import esStart from './es/start.json' with { type: 'json' }
import esReports from './es/reports.json' with { type: 'json' }
import esSafety from './es/safety.json' with { type: 'json' }
import esScreening from './es/screening.json' with { type: 'json' }
import esSight from './es/sight.json' with { type: 'json' }
import esSession from './es/session.json' with { type: 'json' }
import esTracks from './es/tracks.json' with { type: 'json' }
import esWorkLists from './es/workLists.json' with { type: 'json' }
import esWords from './es/words.json' with { type: 'json' }
import esWorkbooks from './es/workbooks.json' with { type: 'json' }
import type { Language } from '../values/vocabulary.ts'

const en = {
  commandLine: enCommandLine,
  contacts: enContacts,
  dataChecks: enDataChecks,
  duplicates: enDuplicates,
  assessments: enAssessments,
  attendance: enAttendance,
  errors: enErrors,
  progress: enProgress,
  start: enStart,
  workLists: enWorkLists,
  words: enWords,
  workbooks: enWorkbooks,
  evidence: enEvidence,
  filesOut: enFilesOut,
  imports: enImports,
  instructionHours: enInstructionHours,
  instruments: enInstruments,
  keep: enKeep,
  learners: enLearners,
  merges: enMerges,
  sections: enSections,
  attempts: enAttempts,
  audit: enAudit,
  backups: enBackups,
  benchmarks: enBenchmarks,
  cohorts: enCohorts,
  reports: enReports,
  safety: enSafety,
  screening: enScreening,
  sight: enSight,
  session: enSession,
  tracks: enTracks,
}

/**
 * Texts that the core and the command line need as well as the page: failures, domain words, stages of
 * long work, workbooks, printed results. One ICU message per key, the file's name first
 * (`errors.notAllowed`, `words.roles.director`). On the page they are the namespace `core`.
 */
export const coreTexts: Record<Language, typeof en> = {
  en,
  es: {
    commandLine: esCommandLine,
    contacts: esContacts,
    dataChecks: esDataChecks,
    duplicates: esDuplicates,
    assessments: esAssessments,
    attendance: esAttendance,
    errors: esErrors,
    progress: esProgress,
    start: esStart,
    workLists: esWorkLists,
    words: esWords,
    workbooks: esWorkbooks,
    evidence: esEvidence,
    filesOut: esFilesOut,
    imports: esImports,
    instructionHours: esInstructionHours,
    instruments: esInstruments,
    keep: esKeep,
    learners: esLearners,
    merges: esMerges,
    sections: esSections,
    attempts: esAttempts,
    audit: esAudit,
    backups: esBackups,
    benchmarks: esBenchmarks,
    cohorts: esCohorts,
    reports: esReports,
    safety: esSafety,
    screening: esScreening,
    sight: esSight,
    session: esSession,
    tracks: esTracks,
  },
}

/** The key of a failure's text: a feature's own code names its file, all others are general. */
export const failureTextKey = (code: string): string => (code.includes('.') ? code : `errors.${code}`)
