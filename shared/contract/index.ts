import { accounts } from './accounts.ts'
import { assessments } from './assessments.ts'
import { files } from './files.ts'
import { instruments } from './instruments.ts'
import { program } from './program.ts'
import { session } from './session.ts'

/** Every use case of the app: name, input, output, who may call. Both sides of the wire read it. */
export const contract = { session, program, accounts, files, instruments, assessments }

export type Contract = typeof contract
