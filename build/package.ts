/** `npm run package`: the unpacked app and the installers of this system in `dist`; `-- --dir`, only the app. */
import { build } from 'electron-builder'
import { fileURLToPath } from 'node:url'
import buildDesktop from './buildDesktop.ts'
import buildPage from './buildPage.ts'
import { packaging } from './packaging/configuration.ts'

await buildPage()
await buildDesktop()
try {
  const made = await build({
    projectDir: fileURLToPath(new URL('..', import.meta.url)),
    config: packaging,
    publish: 'never',
    dir: process.argv.includes('--dir'),
  })
  console.log(made.length > 0 ? `Made:\n${made.join('\n')}` : 'The app is in dist.')
} catch (error) {
  console.error(`The app was not packaged: ${error instanceof Error ? error.message : String(error)}`)
  console.error(
    'Packaging fetches the binary of Electron and the tools of the installers; see electron/README.md.',
  )
  process.exitCode = 1
}
