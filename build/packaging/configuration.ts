import type { Configuration } from 'electron-builder'
import { burnFuses } from './fuses.ts'

const nativeModule = 'node_modules/better-sqlite3'

/**
 * What goes into the archive for a system: the built page and processes, and of the native module its code
 * and the one prebuilt binary for that system. Named as a whole for each, because a list of exceptions
 * alone would stand for everything else in the project.
 */
const filesFor = (platform: string) => [
  'package.json',
  'out/desktop/**',
  'out/page/**',
  `!${nativeModule}/{deps,src}`,
  `!${nativeModule}/binding.gyp`,
  `!${nativeModule}/prebuilds/!(${platform}-\${arch}.node)`,
  '!node_modules/node-addon-api',
  '!**/*.{md,d.ts}',
]

/**
 * The app and its installers: everything in one archive, the native binary beside it (it cannot be loaded
 * from inside an archive), Electron with its fuses burnt.
 */
export const packaging: Configuration = {
  appId: 'org.steppingstones.desktop',
  productName: 'Stepping Stones',
  extraMetadata: { homepage: 'https://stepping-stones.invalid' },
  directories: { output: 'dist', buildResources: 'build/packaging' },
  icon: 'build/packaging/icon.png',
  // Not the whole module, whose code is then outside what the fuse checks; only the binary goes beside.
  asar: { smartUnpack: false },
  asarUnpack: [`${nativeModule}/prebuilds/*.node`],
  // One prebuilt binary serves Node and Electron: there is nothing to build again.
  npmRebuild: false,
  electronLanguages: ['en-US', 'es', 'es-419'],
  afterPack: burnFuses,
  publish: null,
  linux: {
    executableName: 'stepping-stones',
    category: 'Education',
    maintainer: 'Stepping Stones maintainers <maintainers@stepping-stones.invalid>',
    synopsis: 'Bridge programs: screening, cohorts, certification',
    target: ['AppImage', 'deb'],
    files: filesFor('linux'),
  },
  win: { target: ['nsis'], files: filesFor('win32') },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true },
  mac: {
    category: 'public.app-category.education',
    target: ['dmg'],
    hardenedRuntime: true,
    files: filesFor('darwin'),
  },
}
