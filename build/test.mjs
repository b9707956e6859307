/** `npm test` on a fresh clone: installs, then hands over to `test/test.ts` in Node 24. */
import { ensureInstalled, handOverTo, runToExitCode } from './setUp.mjs'

await runToExitCode(async () => {
  await ensureInstalled()
  return handOverTo('build/test/test.ts')
})
