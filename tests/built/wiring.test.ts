import { describe, expect, test } from 'vitest'
import { testDesktopWiring } from '../desktop/desktopList.ts'
import { testDesktopPage } from '../desktop/pageList.ts'
import { runStandInSelfCheck, startStandInDesktop } from '../helpers/electronStandIn/startDesktop.ts'
import { buildWiring, builtMain } from '../helpers/wiringBuild.ts'

describe('the wiring of the desktop, over a stand-in for Electron', () => {
  testDesktopWiring(async (args) => startStandInDesktop(await buildWiring(), args))
  testDesktopPage((args) => startStandInDesktop(builtMain, args))
})

test('the self-check finds core, page and port in order, and says so', async () => {
  const { printed, exitCode } = await runStandInSelfCheck(builtMain)
  const report = JSON.parse(printed) as { ok: boolean; checks: { name: string; problem?: string }[] }
  expect(report.checks.filter(({ problem }) => problem)).toEqual([])
  expect(report).toMatchObject({ ok: true })
  expect(report.checks).toHaveLength(3)
  expect(exitCode).toBe(0)
})
