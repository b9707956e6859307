import type { RouterClient } from '@orpc/server'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { router } from '../../db/router.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import {
  signedInCore,
  temporaryFolder,
  testAccountName,
  testCore,
  testPassphrase,
} from '../helpers/testCore.ts'

type CoreOptions = Parameters<typeof testCore>[0]

/** A program in a folder of its own. */
export interface CopiedProgram extends Omit<ReturnType<typeof testCore>, 'api'> {
  api: RouterClient<typeof router>
  file: string
  signIn(): Promise<SessionState>
}

export interface MadeProgram {
  /** A copy in a folder of its own, nobody signed in. */
  copy(options?: CoreOptions): CopiedProgram
  /** The same, signed in. */
  open(options?: CoreOptions): Promise<CopiedProgram>
  dispose(): Promise<void>
}

/** A closed program to take copies of: making one anew for each fault would take longer than the fault. */
export async function makeProgram(options: Parameters<typeof signedInCore>[0] = {}): Promise<MadeProgram> {
  const { core, folder: made, dispose } = await signedInCore(options)
  await core.close()

  function copy(coreOptions: CoreOptions = {}): CopiedProgram {
    const folder = temporaryFolder()
    const file = join(folder.path, 'program.stones')
    for (const ending of ['', '.keys']) copyFileSync(join(made, `program.stones${ending}`), file + ending)
    const program = testCore({ ...coreOptions, programFile: file })
    return {
      ...program,
      folder: folder.path,
      file,
      signIn: () => program.api.session.signIn({ name: testAccountName, passphrase: testPassphrase }),
      async dispose() {
        await program.dispose()
        folder.dispose()
      },
    }
  }

  async function open(coreOptions?: CoreOptions): Promise<CopiedProgram> {
    const program = copy(coreOptions)
    await program.signIn()
    return program
  }
  return { copy, open, dispose }
}
