import { accounts } from './accounts.ts'
import { files } from './files.ts'
import { program } from './program.ts'
import { session } from './session.ts'

/** Every use case of the app: name, input, output, who may call. Both sides of the wire read it. */
export const contract = { session, program, accounts, files }

export type Contract = typeof contract
