import { createRouterClient } from '@orpc/server'
import type { Core } from '../../db/core.ts'
import { Failure, refused } from '../../db/failure.ts'
import { router } from '../../db/router.ts'
import { methods, type Method } from '../../shared/contract/methods.ts'
import type { Progress } from '../../shared/contract/useCase.ts'
import { fileIn, fileOut, passphraseIn, ticketIn } from './callFiles.ts'
import type { CallOptions } from './callOptions.ts'
import { makesFile, takesFile } from './listMethods.ts'

/** The surroundings of one call. */
export interface CallSurroundings {
  core: Core
  passphrase: string | undefined
  /** Reads standard input to its end. */
  readStandardInput: () => Promise<string>
  /** Hears how far a long use case is. */
  onProgress: (progress: Progress) => void
  /** Aborted by Ctrl+C; a long use case then rolls back. */
  signal: AbortSignal
}

type Callable = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>

const clientOf = (core: Core) => createRouterClient(router, { context: { core } })
type Client = ReturnType<typeof clientOf>

/** Names come from the contract, so that `__proto__` and its kind are never looked up. */
function methodNamed(name: string): Method {
  const method = methods.find((one) => one.name === name)
  if (!method) throw new Failure('notFound', 'commandLine.noSuchMethod', { method: name })
  return method
}

function callableOf(client: Client, name: string): Callable {
  const found = name.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], client)
  return found as Callable
}

async function inputOf({ json }: CallOptions, around: CallSurroundings): Promise<Record<string, unknown>> {
  const text = json === '-' ? await around.readStandardInput() : (json ?? '{}')
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw new Failure('invalidInput', 'commandLine.notJson')
  }
}

async function signIn(
  client: Client,
  { as, passphraseFile }: CallOptions,
  around: CallSurroundings,
): Promise<void> {
  const { state, accountNames } = await client.session.state({})
  if (state === 'noProgram') throw refused('commandLine.noProgram')
  const name = as ?? (accountNames.length === 1 ? accountNames[0] : undefined)
  if (name === undefined) throw refused('commandLine.nameMissing')
  const passphrase = passphraseFile === null ? around.passphrase : await passphraseIn(passphraseFile)
  if (!passphrase) throw refused('commandLine.passphraseMissing')
  await client.session.signIn({ name, passphrase })
}

async function bring(client: Client, method: Method, path: string, input: Record<string, unknown>) {
  const file = await fileIn(path)
  return method.name === 'files.put'
    ? { file }
    : { ...input, fileId: (await client.files.put({ file })).fileId }
}

async function resultOf(
  answer: unknown,
  { meta }: Method,
  { onProgress }: CallSurroundings,
): Promise<unknown> {
  if (!meta.reportsProgress) return answer
  for await (const event of answer as AsyncIterable<Progress | { type: 'result'; result: unknown }>) {
    if (event.type === 'result') return event.result
    onProgress(event)
  }
  throw new Failure('cancelled', 'cancelled')
}

/** Calls one use case as the command line asks for and answers with its result; throws its typed failure. */
export async function runCall(options: CallOptions, around: CallSurroundings): Promise<unknown> {
  const method = methodNamed(options.method ?? '')
  if (options.in !== null && !takesFile(method)) throw refused('commandLine.inUnused')
  if (options.out !== null && !makesFile(method)) throw refused('commandLine.outUnused')
  if (options.out === null && makesFile(method)) throw refused('commandLine.outMissing')

  const input = await inputOf(options, around)
  const client = clientOf(around.core)
  if (method.meta.mayCall !== 'anyone') await signIn(client, options, around)
  const sent = options.in === null ? input : await bring(client, method, options.in, input)
  const answer = await callableOf(client, method.name)(sent, { signal: around.signal })
  const result = await resultOf(answer, method, around)
  if (options.out === null) return result
  if (result instanceof File) {
    await fileOut(options.out, result)
    return { name: result.name, size: result.size }
  }
  const ticket = ticketIn(result)
  if (ticket) await fileOut(options.out, await client.files.take({ fileId: ticket.fileId }))
  return result
}
