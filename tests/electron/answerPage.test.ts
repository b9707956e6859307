import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerPage } from '../../electron/page/answerPage.ts'
import { contentSecurityPolicy } from '../../electron/page/contentSecurityPolicy.ts'
import { readPageFiles } from '../../electron/page/pageFiles.ts'
import { temporaryFolder } from '../helpers/testCore.ts'

const folder = temporaryFolder()
afterAll(folder.dispose)
mkdirSync(join(folder.path, 'page/assets'), { recursive: true })
writeFileSync(join(folder.path, 'page/index.html'), '<title>Stepping Stones</title>')
writeFileSync(join(folder.path, 'page/assets/main.js'), 'export {}')
writeFileSync(join(folder.path, 'secret.html'), 'not part of the page')
const files = readPageFiles(join(folder.path, 'page'))

const ask = (path: string, init?: RequestInit) =>
  answerPage(new Request(`app://stepping-stones${path}`, init), files)

test('the page and its files come with their type and the one policy', async () => {
  const page = ask('/')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await page.text()).toBe('<title>Stepping Stones</title>')

  const script = ask('/assets/main.js?v=1#x')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('content-length')).toBe('9')
  expect(await script.text()).toBe('export {}')
})

test('HEAD has the headers and no body', async () => {
  const head = ask('/assets/main.js', { method: 'HEAD' })
  expect(head.status).toBe(200)
  expect(head.headers.get('content-length')).toBe('9')
  expect(await head.text()).toBe('')
})

test.each([
  '/nothing.js',
  '/assets/',
  '/assets/main.js/',
  '//index.html',
  '/../secret.html',
  '/%2e%2e/secret.html',
  '/..%2fsecret.html',
  '/assets/..%5c..%5csecret.html',
  '/index.html%00.js',
  '/INDEX.HTML',
])('%s is not a file of the page', (path) => {
  const answer = ask(path)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
})

test('another host has no page', () => {
  expect(answerPage(new Request('app://elsewhere/'), files).status).toBe(404)
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', (method) => {
  const answer = ask('/', { method })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, HEAD')
})
