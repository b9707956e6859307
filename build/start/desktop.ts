import { spawn } from 'node:child_process'
import buildDesktop from '../buildDesktop.ts'
import type { StartOptions } from './startOptions.ts'

/** Builds the desktop's main, preload and core, runs them in Electron and waits; the answer is its exit code. */
export async function runDesktop(project: string, electron: string, options: StartOptions): Promise<number> {
  await buildDesktop()
  const args = [
    project,
    ...(options.demo ? ['--demo'] : []),
    ...(options.dataFolder === null ? [] : [`--data-folder=${options.dataFolder}`]),
  ]
  return new Promise((resolve, reject) => {
    const child = spawn(electron, args, { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
