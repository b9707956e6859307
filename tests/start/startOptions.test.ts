import { expect, test } from 'vitest'
import { startOptions } from '../../build/start/startOptions.ts'
import { browserCommand, hasDisplay, whyNotDesktop } from '../../build/start/whyNotDesktop.ts'

const linux = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false }
const address = 'http://127.0.0.1:4000/#token=x'

test('without options the usual program opens', () => {
  expect(startOptions([])).toEqual({ demo: false, browser: false, open: true, dataFolder: null, port: 0 })
})

test('every option is read', () => {
  expect(startOptions(['--demo', '--browser', '--no-open', '--data-folder', 'a b', '--port=8080'])).toEqual({
    demo: true,
    browser: true,
    open: false,
    dataFolder: 'a b',
    port: 8080,
  })
})

test.each([
  ['--nothing'],
  ['word'],
  ['--port', 'x'],
  ['--port', '70000'],
  ['--port', '-1'],
  ['--data-folder'],
])('%s is refused with its name', (...args) => {
  expect(() => startOptions(args)).toThrow(/\S/)
})

test('the desktop window is wanted wherever it can open', () => {
  expect(whyNotDesktop(false, linux)).toBeNull()
  expect(whyNotDesktop(false, { ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBeNull()
  expect(whyNotDesktop(false, { platform: 'win32', env: {}, isRoot: false })).toBeNull()
  expect(whyNotDesktop(false, { platform: 'darwin', env: {}, isRoot: true })).toBeNull()
  expect(whyNotDesktop(true, linux)).toBe('asked')
  expect(whyNotDesktop(false, { ...linux, env: {} })).toBe('noDisplay')
  expect(whyNotDesktop(false, { ...linux, isRoot: true })).toBe('root')
})

test('the browser is opened by what each system has, and by nobody where nobody looks', () => {
  expect(browserCommand(linux, address)).toEqual({ program: 'xdg-open', args: [address], input: '' })
  expect(browserCommand({ ...linux, platform: 'win32' }, address)).toMatchObject({
    program: 'rundll32',
    args: ['url.dll,FileProtocolHandler', address],
  })
  expect(browserCommand({ ...linux, platform: 'darwin' }, address)).toEqual({
    program: 'osascript',
    args: ['-'],
    input: `open location "${address}"`,
  })
  expect(browserCommand({ ...linux, env: { DISPLAY: ':0', CI: 'true' } }, address)).toBeNull()
  expect(browserCommand({ ...linux, env: {} }, address)).toBeNull()
  expect(hasDisplay({ ...linux, env: { DISPLAY: '' } })).toBe(false)
})
