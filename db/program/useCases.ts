import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { contract } from '../../shared/contract/index.ts'
import type { programSettings } from '../../shared/contract/program.ts'
import type { Language } from '../../shared/values/vocabulary.ts'
import type * as z from 'zod'
import { beforeSignIn, command, query } from '../calls/useCase.ts'
import { conflict } from '../failure.ts'
import { readKeyring, writeKeyring } from '../opening/keyring.ts'
import type { Reader } from '../schema.ts'
import { sessionState } from '../session/sessionState.ts'
import { createProgram } from './createProgram.ts'

async function settingsOf(db: Pick<Reader, 'selectFrom'>): Promise<z.infer<typeof programSettings>> {
  const row = await db.selectFrom('program').select(['name', 'language']).executeTakeFirstOrThrow()
  return { name: row.name, language: row.language as Language }
}

export const program = {
  setUp: beforeSignIn(contract.program.setUp, async ({ input, core }) => {
    const { programFile } = core.settings
    if (existsSync(programFile) || readKeyring(programFile)) throw conflict('programExists')
    mkdirSync(dirname(programFile), { recursive: true })
    await core.opened(await createProgram(core, input))
    return sessionState(core)
  }),

  settings: query(contract.program.settings, async ({ db }) => settingsOf(db)),

  changeSettings: command(contract.program.changeSettings, async ({ input, db, core, audit }) => {
    const before = await settingsOf(db)
    await db.updateTable('program').set(input).execute()
    audit({ subject: 'program', subjectId: 1, before, after: input })
    const keyring = readKeyring(core.settings.programFile)
    if (keyring) {
      writeKeyring(core.settings.programFile, {
        ...keyring,
        programName: input.name,
        language: input.language,
      })
    }
    return input
  }),
}
