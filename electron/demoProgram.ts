import { createRouterClient } from '@orpc/server'
import { randomUUID } from 'node:crypto'
import type { Core } from '../db/core.ts'
import { router } from '../db/router.ts'
import type { Language } from '../shared/values/vocabulary.ts'

const programNames: Readonly<Record<Language, string>> = {
  en: 'Demo: Bridge to Health Careers',
  es: 'Demo: Puente a carreras de salud',
}

/** Fills the core's new file with sample data and signs in, under a passphrase that nobody ever learns. */
export async function openDemoProgram(core: Core, language: Language): Promise<void> {
  await createRouterClient(router, { context: { core } }).program.setUp({
    programName: programNames[language],
    language,
    accountName: 'Demo',
    passphrase: randomUUID(),
    startWith: 'sampleData',
  })
}
