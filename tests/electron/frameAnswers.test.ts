import { expect, test } from 'vitest'
import {
  mayHavePort,
  mayNavigate,
  mayRequest,
  newWindowAnswer,
  permissionAnswer,
} from '../../electron/decisions/frameAnswers.ts'
import { isOwnAddress } from '../../electron/decisions/ownAddress.ts'

const own = ['app://stepping-stones/', 'app://stepping-stones/index.html', 'app://stepping-stones/#/learners']
const foreign = [
  'app://stepping-stones.example/',
  'app://stepping-stones@example.com/',
  'app://user@stepping-stones/',
  'app://other/',
  'https://stepping-stones/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,hello',
  'javascript:alert(1)',
  'blob:app://stepping-stones/0c3e',
  'stepping-stones',
  '',
]

test.each(own)('%s is the page’s own', (address) => {
  expect(isOwnAddress(address)).toBe(true)
  expect(mayHavePort({ address, isMainFrame: true })).toBe(true)
})

test.each(foreign)('%s is not the page’s own, gets no port and is not gone to', (address) => {
  expect(isOwnAddress(address)).toBe(false)
  expect(mayHavePort({ address, isMainFrame: true })).toBe(false)
  expect(mayNavigate({ address, isMainFrame: true })).toBe(false)
})

test('a frame inside the page, or one that is gone, gets no port', () => {
  expect(mayHavePort({ address: 'app://stepping-stones/', isMainFrame: false })).toBe(false)
  expect(mayHavePort(null)).toBe(false)
})

test('the main frame may load the page again, and nothing else', () => {
  expect(mayNavigate({ address: 'app://stepping-stones/', isMainFrame: true })).toBe(true)
  expect(mayNavigate({ address: 'app://stepping-stones/#/learners/7', isMainFrame: true })).toBe(true)
  expect(mayNavigate({ address: 'app://stepping-stones/assets/index.js', isMainFrame: true })).toBe(false)
  expect(mayNavigate({ address: 'app://stepping-stones/?token=1', isMainFrame: true })).toBe(false)
  expect(mayNavigate({ address: 'app://stepping-stones/', isMainFrame: false })).toBe(false)
})

test.each([
  ['app://stepping-stones/assets/index.js', true],
  ['blob:app://stepping-stones/0c3e', true],
  ['devtools://devtools/bundled/index.html', true],
  ['blob:https://stepping-stones.example/0c3e', false],
  ['https://stepping-stones.example/', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://stepping-stones/', false],
  ['file:///etc/passwd', false],
  ['data:text/plain,hello', false],
])('the page may ask for %s: %s', (address, may) => {
  expect(mayRequest(address)).toBe(may)
})

test('there are no other windows and no permissions', () => {
  expect(newWindowAnswer).toEqual({ action: 'deny' })
  expect(permissionAnswer).toBe(false)
})
