import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { after, type Operation, type World } from './expected.ts'
import type { Life, Said } from './life.ts'

export interface Lived {
  /** The world after everything that was called done. */
  sure: World
  /** What was begun and not called done; null when the kill came between two operations. */
  interrupted: Operation | null
  /** How many operations were called done. */
  done: number
}

/** A life that does not end by itself would keep a test waiting; a kill at a step may never be reached. */
const longestMs = 3_000

/** Starts a process that works on the program, kills it where the life ends, and says what it had said. */
export async function live(entry: string, life: Life): Promise<Lived> {
  const child = spawn(process.execPath, [entry], {
    stdio: 'pipe',
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(entry), 'cache') },
  })
  // A process that is killed before it has read everything breaks the pipe.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify(life))
  const complaints = text(child.stderr)
  const ended = once(child, 'exit')
  let sure = life.found
  let interrupted: Operation | null = null
  let done = 0
  let timer: NodeJS.Timeout | undefined
  for await (const line of createInterface(child.stdout)) {
    const said = JSON.parse(line) as Said
    if ('begin' in said) {
      const patience = 'afterMs' in life.ending ? life.ending.afterMs : longestMs
      timer ??= setTimeout(() => child.kill('SIGKILL'), patience)
      interrupted = said.begin
    } else if ('done' in said) {
      sure = after(sure, said.done, said.outcome)
      interrupted = null
      done += 1
    } else throw new Error(`${said.failed.kind} failed: ${said.because}`)
  }
  clearTimeout(timer)
  const [code, signal] = (await ended) as [number | null, string | null]
  if (signal !== 'SIGKILL') throw new Error(`the process ended with ${code ?? signal}: ${await complaints}`)
  return { sure, interrupted, done }
}
