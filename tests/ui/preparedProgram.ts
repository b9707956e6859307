import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fillPastYear } from '../helpers/year/pastYear.ts'
import { signedInCore, temporaryFolder } from '../helpers/testCore.ts'
import type { Language } from '../../shared/values/vocabulary.ts'

export interface ProgramChoices {
  startWith: 'empty' | 'sampleData' | 'pastYear'
  language: Language
  today: string
}

/** Programs made once per worker and copied for each test: filling one takes longer than most tests. */
export class PreparedPrograms {
  readonly #root = temporaryFolder()
  readonly #made = new Map<string, Promise<string>>()

  async #make(choices: ProgramChoices, folder: string): Promise<string> {
    const { startWith } = choices
    const program = await signedInCore({
      ...choices,
      startWith: startWith === 'pastYear' ? 'empty' : startWith,
    })
    await program.api.keys.confirmRecoveryCode({})
    if (startWith === 'pastYear') await fillPastYear(program)
    await program.core.close()
    cpSync(program.folder, folder, { recursive: true })
    rmSync(program.folder, { recursive: true })
    return folder
  }

  /** Puts a fresh copy of the chosen program into `folder`. */
  async copyTo(folder: string, choices: ProgramChoices): Promise<void> {
    const name = `${choices.startWith}-${choices.language}-${choices.today}`
    const making = this.#made.get(name) ?? this.#make(choices, join(this.#root.path, name))
    this.#made.set(name, making)
    cpSync(await making, folder, { recursive: true })
  }

  dispose(): void {
    this.#root.dispose()
  }
}
