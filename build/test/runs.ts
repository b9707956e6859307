import { spawn } from 'node:child_process'

/** Runs a program with this terminal and waits, at most `timeout` milliseconds; true if it ended well. */
export function runs(command: string, args: readonly string[], timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', timeout })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
