/**
 * Everything a change must pass, on a fresh clone too. The tests come before the build, so that they find the
 * clone as a newcomer's `npm test` finds it.
 */
import { ensureInstalled, npmRun, runToExitCode } from './setUp.mjs'

process.env.CI ??= 'true'
await runToExitCode(async () => {
  await ensureInstalled()
  for (const script of ['lint', 'format:check', 'typecheck', 'test', 'build']) {
    const code = await npmRun(script)
    if (code !== 0) return code
  }
  return 0
})
