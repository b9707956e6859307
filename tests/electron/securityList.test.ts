import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fuses } from '../../build/packaging/fuses.ts'
import { FuseV1Options } from '@electron/fuses'

const project = fileURLToPath(new URL('../..', import.meta.url))
const text = readFileSync(join(project, 'build/SECURITY.md'), 'utf8')

/** The cells of each row of the table that begins with this heading. */
function rowsUnder(heading: string): string[][] {
  const lines = text.slice(text.indexOf(heading)).split('\n')
  const rows = lines.slice(
    2,
    lines.findIndex((line, index) => index > 0 && !line.startsWith('|')),
  )
  return rows.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const items = rowsUnder('| #').map(([number, item, how, file, line]) => ({ number, item, how, file, line }))

test('every item of the list is there', () => {
  expect(items.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  )
})

test.each(items)('$number. $item: the line is in $file', ({ file, line }) => {
  const code = readFileSync(join(project, file ?? ''), 'utf8').replace(/\s+/g, ' ')
  const named = /^`(.*)`$/.exec(line ?? '')?.[1]
  expect(named).toBeTruthy()
  expect(code).toContain(named)
})

test('what the list says is not there is not there', () => {
  const forbidden =
    /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|openExternal|webviewTag|file:\/\/\//
  const sources = readdirSync(join(project, 'electron'), { recursive: true, encoding: 'utf8' })
  for (const name of sources.filter((path) => path.endsWith('.ts'))) {
    expect(readFileSync(join(project, 'electron', name), 'utf8'), name).not.toMatch(forbidden)
  }
})

test('the title of a page is made in one place, from the place in the app and the name of the program', () => {
  const sources = readdirSync(join(project, 'renderer'), { recursive: true, encoding: 'utf8' })
  const titles = sources
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap(
      (path) => readFileSync(join(project, 'renderer', path), 'utf8').match(/^.*document\.title.*$/gm) ?? [],
    )
  expect(titles.map((line) => line.trim())).toEqual([
    "document.title = [place && t(`places.${place.name}`), programName].filter(Boolean).join(' · ')",
  ])
})

test.each(['build/SECURITY.md', 'build/HECVAT.md'])('what %s points to is there', (document) => {
  const named = readFileSync(join(project, document), 'utf8').matchAll(/`([a-z]+\/[\w./-]+)`/g)
  const paths = Array.from(named, ([, path]) => path!)
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([])
})

test('the table of fuses says what is burnt', () => {
  for (const [name = '', state] of rowsUnder('| fuse')) {
    expect(fuses[FuseV1Options[name as keyof typeof FuseV1Options]], name).toBe(state === 'on')
  }
  expect(rowsUnder('| fuse')).toHaveLength(9)
})
