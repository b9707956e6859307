import { accounts } from './accounts.ts'
import { assessments } from './assessments.ts'
import { explain } from './explain.ts'
import { evidence } from './evidence.ts'
import { attendance } from './attendance.ts'
import { attempts } from './attempts.ts'
import { audit } from './audit.ts'
import { backups } from './backups.ts'
import { benchmarks } from './benchmarks.ts'
import { cohorts } from './cohorts.ts'
import { contacts } from './contacts.ts'
import { duplicates } from './duplicates.ts'
import { files } from './files.ts'
import { dataChecks } from './dataChecks.ts'
import { gains } from './gains.ts'
import { filesOut } from './filesOut.ts'
import { imports } from './imports.ts'
import { instructionHours } from './instructionHours.ts'
import { instruments } from './instruments.ts'
import { keys } from './keys.ts'
import { keep } from './keep.ts'
import { learners } from './learners.ts'
import { merges } from './merges.ts'
import { origins } from './origins.ts'
import { program } from './program.ts'
import { reports } from './reports.ts'
import { safety } from './safety.ts'
import { sections } from './sections.ts'
import { screenings } from './screenings.ts'
import { session } from './session.ts'
import { today } from './today.ts'
import { tracks } from './tracks.ts'
import { waitlist } from './waitlist.ts'
import { waivers } from './waivers.ts'

/** Every use case of the app: name, input, output, who may call. Both sides of the wire read it. */
export const contract = {
  session,
  program,
  today,
  accounts,
  keys,
  files,
  instruments,
  assessments,
  learners,
  merges,
  sections,
  evidence,
  explain,
  instructionHours,
  attendance,
  contacts,
  gains,
  dataChecks,
  duplicates,
  cohorts,
  attempts,
  backups,
  benchmarks,
  reports,
  tracks,
  screenings,
  waivers,
  waitlist,
  filesOut,
  imports,
  origins,
  keep,
  safety,
  audit,
}

export type Contract = typeof contract
