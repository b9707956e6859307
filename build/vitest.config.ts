import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longestFirst.ts'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/ui/**', 'tests/built/**', 'tests/desktop/**', 'node_modules/**'],
    setupFiles: ['tests/helpers/eachTest.ts'],
    // Loading the core anew for each of 150 files would take longer than the tests. None keeps state in a module.
    isolate: false,
    // Left to itself it keeps one core free, and of two would use one.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // As with the page's tests: a busy machine may be too slow once; the last lines name what needed it.
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
  },
})
