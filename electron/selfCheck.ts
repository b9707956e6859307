import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Contract } from '../shared/contract/index.ts'
import type { KeptCore } from './keptCore.ts'

interface Check {
  name: string
  ok: boolean
  milliseconds: number
  problem?: string
}

interface SelfCheckSettings {
  core: KeptCore
  appVersion: string
  /** The page has loaded. */
  pageLoaded: Promise<void>
  /** The page asked for its port and was given it. */
  pageConnected: Promise<void>
}

/** How long each check may take, in milliseconds: an old machine with a virus scanner at its first start. */
const patience = 60_000

async function timed(name: string, check: () => Promise<unknown>): Promise<Check> {
  const began = performance.now()
  const milliseconds = () => Math.round(performance.now() - began)
  const late = new AbortController()
  const tooLate = setTimeout(patience, undefined, { signal: late.signal }).then(() => {
    throw new Error(`no answer in ${patience / 1000} seconds`)
  })
  try {
    await Promise.race([check(), tooLate])
    return { name, ok: true, milliseconds: milliseconds() }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { name, ok: false, milliseconds: milliseconds(), problem }
  } finally {
    tooLate.catch(() => {})
    late.abort()
  }
}

/** Makes an encrypted program in the throw-away folder and opens it again: the native module, keys and all. */
async function useCore(core: KeptCore): Promise<void> {
  const port = core.openPort()
  if (!port) throw new Error('the core does not run')
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }))
  port.start()
  const passphrase = randomUUID()
  await client.program.setUp({
    programName: 'Self-check',
    language: 'en',
    accountName: 'Self-check',
    passphrase,
    startWith: 'empty',
  })
  await client.session.signOut({})
  const { state } = await client.session.signIn({ name: 'Self-check', passphrase })
  port.close()
  if (state !== 'signedIn') throw new Error(`after signing in the state is ${state}`)
}

/** Uses every part of the app once and prints what it saw as JSON; the answer is the exit code. */
export async function selfCheck(settings: SelfCheckSettings): Promise<0 | 1> {
  // It may fail while the core is still being checked; its own check below says so.
  settings.pageLoaded.catch(() => {})
  const checks = [
    await timed('the core makes an encrypted program and opens it again', () => useCore(settings.core)),
    await timed('the page loads', () => settings.pageLoaded),
    await timed('the page is given a port to the core', () => settings.pageConnected),
  ]
  const ok = checks.every((check) => check.ok)
  const { electron, chrome, node } = process.versions
  const about = {
    appVersion: settings.appVersion,
    electron,
    chrome,
    node,
    platform: process.platform,
    arch: process.arch,
  }
  process.stdout.write(`${JSON.stringify({ ok, ...about, checks }, null, 2)}\n`)
  return ok ? 0 : 1
}
