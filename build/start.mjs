/** `npm start` on a fresh clone: installs, then hands over to `start.ts` in Node 24. */
import { ensureInstalled, handOverTo, runToExitCode } from './setUp.mjs'

await runToExitCode(async () => {
  await ensureInstalled()
  return handOverTo('build/start.ts')
})
