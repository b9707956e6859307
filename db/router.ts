import { implement, type Router } from '@orpc/server'
import { contract, type Contract } from '../shared/contract/index.ts'
import { accounts } from './accounts/useCases.ts'
import { assessments } from './assessments/useCases.ts'
import type { CallContext } from './calls/call.ts'
import { dataChecks } from './dataChecks/useCases.ts'
import { explain } from './explain/useCases.ts'
import { duplicates } from './duplicates/useCases.ts'
import { evidence } from './evidence/useCases.ts'
import { attendance } from './attendance/useCases.ts'
import { attempts } from './attempts/useCases.ts'
import { audit } from './audit/useCases.ts'
import { backups } from './backup/useCases.ts'
import { benchmarks } from './benchmarks/useCases.ts'
import { cohorts } from './cohorts/useCases.ts'
import { contacts } from './contacts/useCases.ts'
import { files } from './heldFiles/useCases.ts'
import { gains } from './gains/useCases.ts'
import { filesOut } from './filesOut/useCases.ts'
import { imports } from './imports/useCases.ts'
import { origins } from './origins/useCases.ts'
import { instructionHours } from './instructionHours/useCases.ts'
import { keys } from './keys/useCases.ts'
import { keep } from './keep/useCases.ts'
import { learners } from './learners/useCases.ts'
import { merges } from './merges/useCases.ts'
import { instruments } from './levelTables/useCases.ts'
import { program } from './program/useCases.ts'
import { reports } from './reports/useCases.ts'
import { safety } from './safety/useCases.ts'
import { sections } from './sections/useCases.ts'
import { screenings } from './screening/useCases.ts'
import { session } from './session/useCases.ts'
import { today } from './today/useCases.ts'
import { tracks } from './tracks/useCases.ts'
import { waitlist } from './waitlist/useCases.ts'
import { waivers } from './waivers/useCases.ts'

/** Every use case of the contract with its body; a missing one does not compile. */
export const router: Router<Contract, CallContext> = implement(contract).$context<CallContext>().router({
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
})
