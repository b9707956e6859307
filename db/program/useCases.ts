import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { contract } from '../../shared/contract/index.ts'
import type { ProgramSettings } from '../../shared/contract/program.ts'
import type { InstructorScope } from '../../shared/rules/sight.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import { beforeSignIn, command, query } from '../calls/useCase.ts'
import { conflict } from '../failure.ts'
import { withFileFailures } from '../opening/fileFailure.ts'
import { readKeyring } from '../opening/keyring.ts'
import { changeKeyring } from '../opening/keyringChange.ts'
import { makePrivateFolder } from '../opening/privateFolder.ts'
import type { Reader } from '../schema.ts'
import { sessionState } from '../session/sessionState.ts'
import { createProgram } from './createProgram.ts'

async function settingsOf(db: Pick<Reader, 'selectFrom'>): Promise<ProgramSettings> {
  const row = await db
    .selectFrom('program')
    .select(['name', 'language', 'idleMinutes', 'instructorScope'])
    .executeTakeFirstOrThrow()
  return {
    ...row,
    language: row.language as Language,
    instructorScope: row.instructorScope as InstructorScope,
  }
}

export const program = {
  setUp: beforeSignIn(contract.program.setUp, async ({ input, core }) => {
    const { programFile } = core.settings
    if (existsSync(programFile) || readKeyring(programFile)) throw conflict('programExists')
    withFileFailures(() => makePrivateFolder(dirname(programFile)))
    const { recoveryCode, ...program } = await createProgram(core, input)
    await core.opened(program)
    return { ...(await sessionState(core)), recoveryCode }
  }),

  settings: query(contract.program.settings, async ({ db }) => settingsOf(db)),

  changeSettings: command(contract.program.changeSettings, async (call) => {
    const { input, db, core, audit } = call
    const before = await settingsOf(db)
    const named = Object.entries(input).filter(([, value]) => value !== undefined)
    const after: ProgramSettings = { ...before, ...Object.fromEntries(named) }
    await db.updateTable('program').set(after).execute()
    audit({ subject: 'program', subjectId: 1, before, after })
    const { name: programName, language } = after
    await changeKeyring(call, (keyring) => ({ ...keyring, programName, language }))
    call.afterwards(() => {
      if (core.mayLock) core.idleness.allow(after.idleMinutes)
    })
    return after
  }),
}
