import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests over what the builds put out; each starts processes of its own, so they take turns. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/built/**/*.test.ts'],
    globalSetup: ['build/buildPage.ts', 'build/buildDesktop.ts'],
    fileParallelism: false,
    // As with the page's tests: a busy machine may be too slow once; the last lines name what needed it.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
