import { refused } from '../db/failure.ts'
import type { MachineVault } from '../db/opening/machineVault.ts'
import type { CoreQuestion, VaultAnswer, VaultQuestion } from './coreMessages.ts'
import type { VaultState } from './decisions/vaultState.ts'

/** The system's key store as the core sees it, from its own process: each question goes to main and back. */
export class CoreVault implements MachineVault {
  readonly #ask: (question: CoreQuestion) => void
  readonly #waiting = new Map<number, (answer: VaultAnswer) => void>()
  #last = 0

  constructor(ask: (question: CoreQuestion) => void) {
    this.#ask = ask
  }

  /** Main has answered question `number`. */
  hear(number: number, answer: VaultAnswer): void {
    this.#waiting.get(number)?.(answer)
    this.#waiting.delete(number)
  }

  state = async () => (await this.#answerTo({ ask: 'state' })) as VaultState

  async store(secret: Buffer): Promise<void> {
    await this.#answerTo({ ask: 'store', secret })
  }

  async read(): Promise<Buffer | null> {
    const kept = (await this.#answerTo({ ask: 'read' })) as Uint8Array | null
    return kept && Buffer.from(kept.buffer, kept.byteOffset, kept.byteLength)
  }

  async forget(): Promise<void> {
    await this.#answerTo({ ask: 'forget' })
  }

  async rest(): Promise<void> {
    await this.#answerTo({ ask: 'rest' })
  }

  async wake(): Promise<void> {
    await this.#answerTo({ ask: 'wake' })
  }

  isAwake = async () => (await this.#answerTo({ ask: 'isAwake' })) as boolean

  async #answerTo(vault: VaultQuestion) {
    const number = ++this.#last
    const answer = await new Promise<VaultAnswer>((resolve) => {
      this.#waiting.set(number, resolve)
      this.#ask({ number, vault })
    })
    if (!answer.ok) throw refused('session.noMachineVault')
    return answer.value
  }
}
