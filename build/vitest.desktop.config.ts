import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** The list of the desktop in the real Electron; started by `test:desktop`, which sees to the binary. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/desktop/**/*.test.ts'],
    globalSetup: ['build/buildPage.ts', 'build/buildDesktop.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
