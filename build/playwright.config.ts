import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from './chromium.ts'

const isCi = Boolean(process.env.CI)
const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export default defineConfig({
  testDir: inProject('tests/ui'),
  // The year takes as long as forty others: begun first, no core waits for it at the end.
  projects: [
    { name: 'year', testMatch: 'programYear.spec.ts' },
    { name: 'screens', testMatch: '*.spec.ts', testIgnore: 'programYear.spec.ts' },
  ],
  globalSetup: inProject('build/buildPage.ts'),
  outputDir: inProject('out/test-results'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: isCi,
  timeout: isCi ? 120_000 : 60_000,
  // A cold, busy machine may need longer than a person would wait; how fast a screen is, the benchmark says.
  expect: { timeout: isCi ? 30_000 : 15_000 },
  // Tried once more on such machines; the reporter names each test that needed it as flaky.
  retries: isCi ? 1 : 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch,
  },
})
