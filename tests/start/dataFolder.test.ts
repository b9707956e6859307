import { expect, test } from 'vitest'
import { dataFolder } from '../../electron/dataFolder.ts'
import { machineLanguage } from '../../electron/machineLanguage.ts'

test.each([
  [
    'win32',
    { APPDATA: 'C:\\Users\\ana\\AppData\\Roaming' },
    'C:\\Users\\ana',
    'C:\\Users\\ana\\AppData\\Roaming\\Stepping Stones',
  ],
  ['win32', {}, 'C:\\Users\\ana', 'C:\\Users\\ana\\AppData\\Roaming\\Stepping Stones'],
  ['darwin', { XDG_DATA_HOME: '/x' }, '/Users/ana', '/Users/ana/Library/Application Support/Stepping Stones'],
  ['linux', {}, '/home/ana', '/home/ana/.local/share/Stepping Stones'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/home/ana', '/data/Stepping Stones'],
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/ana', '/home/ana/.local/share/Stepping Stones'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/ana', '/home/ana/.local/share/Stepping Stones'],
])('on %s with %o it is under the home %s: %s', (platform, env, home, expected) => {
  expect(dataFolder(platform, env, home)).toBe(expected)
})

test.each([
  ['es-MX', 'es'],
  ['es', 'es'],
  ['en-US', 'en'],
  ['fr-CA', 'en'],
])('a machine set to %s is spoken to in %s', (locale, language) => {
  expect(machineLanguage(locale)).toBe(language)
})
