import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from './chromium.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

export default defineConfig({
  testDir: inProject('tests/ui'),
  testMatch: '*.spec.ts',
  globalSetup: inProject('build/buildPage.ts'),
  outputDir: inProject('out/test-results'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch,
  },
})
