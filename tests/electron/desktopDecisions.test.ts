import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { afterFall } from '../../electron/decisions/afterFall.ts'
import { desktopTexts, machineLanguage } from '../../electron/decisions/desktopTexts.ts'
import { menuItems, type MenuEntry } from '../../electron/decisions/menuItems.ts'
import { builtPlaces, dataPlaces } from '../../electron/decisions/places.ts'
import { startOptions } from '../../electron/decisions/startOptions.ts'
import { firstWindowSize, smallestWindowSize } from '../../electron/decisions/windowSize.ts'
import { appendToLog } from '../../electron/logFile.ts'
import { languages } from '../../shared/values/vocabulary.ts'
import { temporaryFolder } from '../helpers/testCore.ts'

describe('after a fall', () => {
  test('the restart comes at once, then later each time, then the person is asked', () => {
    const falls: number[] = []
    const answers = [0, 1_000, 3_000, 6_000, 12_000].map((now) => {
      const answer = afterFall(now, falls)
      falls.push(now)
      return answer
    })
    expect(answers).toEqual([
      { do: 'restart', afterMs: 0 },
      { do: 'restart', afterMs: 500 },
      { do: 'restart', afterMs: 2_000 },
      { do: 'restart', afterMs: 5_000 },
      { do: 'ask' },
    ])
  })

  test('falls of more than a minute ago are forgotten', () => {
    expect(afterFall(100_000, [0, 10, 20, 40_000])).toEqual({ do: 'restart', afterMs: 0 })
    expect(afterFall(99_999, [0, 10, 20, 40_000])).toEqual({ do: 'restart', afterMs: 500 })
  })
})

describe('start options', () => {
  test('are read among the switches of Electron and Chromium', () => {
    const args = [
      'electron',
      '.',
      '--no-sandbox',
      '--demo',
      '--remote-debugging-port=0',
      '--data-folder=C:\\Data',
    ]
    expect(startOptions(args)).toEqual({ isDemo: true, isSelfCheck: false, dataFolder: 'C:\\Data' })
    expect(startOptions(['app', '--self-check'])).toEqual({
      isDemo: false,
      isSelfCheck: true,
      dataFolder: null,
    })
  })

  test('an empty folder is no folder', () => {
    expect(startOptions(['app', '--data-folder='])).toMatchObject({ dataFolder: null })
    expect(startOptions(['app', '--data-folder'])).toMatchObject({ dataFolder: null })
  })
})

describe('the window', () => {
  test('is comfortable where there is room, and never larger than the screen', () => {
    expect(firstWindowSize({ width: 1920, height: 1040 })).toEqual({ width: 1280, height: 800 })
    expect(firstWindowSize({ width: 1366, height: 728 })).toEqual({ width: 1280, height: 728 })
    expect(smallestWindowSize({ width: 1366, height: 728 })).toEqual({ width: 1024, height: 640 })
    expect(smallestWindowSize({ width: 800, height: 560 })).toEqual({ width: 800, height: 560 })
  })
})

describe('the menu', () => {
  const labels = (entries: readonly MenuEntry[]): string[] =>
    entries.flatMap((entry) =>
      'submenu' in entry ? [entry.label, ...labels(entry.submenu)] : 'label' in entry ? [entry.label] : [],
    )
  const roles = (entries: readonly MenuEntry[]): string[] =>
    entries.flatMap((entry) =>
      'submenu' in entry ? roles(entry.submenu) : 'role' in entry ? [entry.role] : [],
    )

  test.each(languages)('says everything in %s', (language) => {
    const said = Object.values(desktopTexts[language].menu)
    const shown = ['win32', 'darwin'].flatMap((platform) =>
      labels(
        menuItems({ language, platform: platform as NodeJS.Platform, isPackaged: false, mayLock: true }),
      ),
    )
    expect(said.filter((text) => !shown.includes(text))).toEqual([])
    expect(shown.filter((text) => !said.includes(text))).toEqual(['Stepping Stones'])
  })

  test('has tools for developers only where nothing is packaged', () => {
    const forAll = { language: 'en', platform: 'linux', mayLock: true } as const
    expect(roles(menuItems({ ...forAll, isPackaged: false }))).toContain('toggleDevTools')
    expect(roles(menuItems({ ...forAll, isPackaged: true }))).not.toContain('toggleDevTools')
    expect(roles(menuItems({ ...forAll, isPackaged: true }))).not.toContain('reload')
  })

  test('quits from one place on each system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const quits = roles(menuItems({ language: 'en', platform, isPackaged: true, mayLock: true })).filter(
        (role) => role === 'quit',
      )
      expect(quits).toHaveLength(1)
    }
  })
})

test.each([
  [['es-MX', 'en-US'], 'es'],
  [['en-US', 'es'], 'en'],
  [['est'], 'en'],
  [[], 'en'],
] as const)('a machine that prefers %j speaks %s', (preferred, language) => {
  expect(machineLanguage(preferred)).toBe(language)
})

test('what is written lies in the data folder, what is built beside main', () => {
  expect(
    Object.values(dataPlaces(join('data'), 'program.stones')).every((path) => path.startsWith('data')),
  ).toBe(true)
  expect(builtPlaces(join('out', 'desktop', 'main')).page).toBe(join('out', 'page'))
})

describe('the log', () => {
  test('keeps lines with their time, and makes room when it has grown', () => {
    const folder = temporaryFolder()
    const path = join(folder.path, 'data', 'log.txt')
    appendToLog(path, 'first', new Date('2026-08-01T12:00:00Z'))
    expect(readFileSync(path, 'utf8')).toBe('2026-08-01T12:00:00.000Z first\n')
    writeFileSync(path, 'x'.repeat(600_000))
    appendToLog(path, 'second', new Date('2026-08-02T12:00:00Z'))
    expect(readFileSync(path, 'utf8')).toBe('2026-08-02T12:00:00.000Z second\n')
    expect(readFileSync(`${path}.before`, 'utf8')).toHaveLength(600_000)
    folder.dispose()
  })

  test('never ends the core, even where nothing can be written', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder.path, 'file'), '')
    expect(() => appendToLog(join(folder.path, 'file', 'log.txt'), 'line', new Date(0))).not.toThrow()
    folder.dispose()
  })
})
