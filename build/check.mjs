/** Everything a change must pass, on a fresh clone too: lint, format, types, production build, every test. */
import { ensureInstalled, npmRun, runToExitCode } from './setUp.mjs'

await runToExitCode(async () => {
  await ensureInstalled()
  for (const script of ['lint', 'format:check', 'typecheck', 'build', 'test']) {
    const code = await npmRun(script)
    if (code !== 0) return code
  }
  return 0
})
