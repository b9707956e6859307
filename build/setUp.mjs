/**
 * Plain JavaScript for whatever Node starts it (20 or newer) on a fresh clone: brings `node_modules` to what
 * the lock file says, then hands over to the Node 24 that comes with it.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('..', import.meta.url))

/** A problem that the person can mend; its message is all there is to say. */
export class SetUpProblem extends Error {}

const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages

/** True when a package that the lock file asks for is missing or has another version. */
export function mustInstall(folder = project) {
  const installed = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return true
  const found = packagesIn(installed)
  return Object.entries(packagesIn(join(folder, 'package-lock.json'))).some(
    ([path, wanted]) => path !== '' && !wanted.optional && found[path]?.version !== wanted.version,
  )
}

/** Runs a program with this terminal and waits; the answer is its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: project, stdio: 'inherit', ...options })
    // Ctrl+C reaches the child by the terminal; this process waits for it to end properly.
    const wait = () => {}
    const passOn = () => void child.kill('SIGTERM')
    process.on('SIGINT', wait).on('SIGTERM', passOn)
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('SIGINT', wait).off('SIGTERM', passOn)
      resolve(code ?? 1)
    })
  })
}

/** Runs npm without a shell where `npm run` says which script it is, else by its command. */
function npm(args) {
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/** Runs one of the scripts in `package.json`; the answer is its exit code. */
export const npmRun = (script) => npm(['run', script])

/** Installs what the lock file says unless it is there already. */
export async function ensureInstalled() {
  const npmVersion = /npm\/(\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1]
  if (npmVersion && Number(npmVersion) < 11) {
    throw new SetUpProblem(
      `This project needs npm 11 or newer; this is npm ${npmVersion}. Update with: npm install --global npm@11`,
    )
  }
  if (!mustInstall()) return
  console.log('Installing what the program is built from. This takes a minute or two the first time.')
  const code = await npm(['ci', '--no-fund', '--no-audit', '--loglevel=error'])
  if (code !== 0)
    throw new SetUpProblem('The installation failed. Check the connection to the npm registry and try again.')
}

/** The Node 24 among the installed packages. */
export function ownNode() {
  const path = join(project, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(path)) {
    throw new SetUpProblem(
      'The Node 24 that belongs to the program is missing. Delete the folder node_modules and try again with npm 11.',
    )
  }
  return path
}

/** Runs one of the project's scripts in Node 24 with the arguments given to this process. */
export const handOverTo = (script) => run(ownNode(), [join(project, script), ...process.argv.slice(2)])

/** Runs `main` and ends with its exit code; a problem that the person can mend is said in one line. */
export async function runToExitCode(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
