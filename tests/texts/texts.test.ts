import { IntlMessageFormat } from 'intl-messageformat'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languages } from '../../shared/values/vocabulary.ts'

const root = new URL('../..', import.meta.url).pathname

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(join(root, path)).isDirectory()) return filesUnder(path, ending)
    return ending.test(name) ? [path] : []
  })
}

/** `{ a: { b: 'text' } }` → [['a.b', 'text']] */
function flat(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flat(value as object, `${prefix}${key}.`),
  )
}

const readTexts = (path: string) => flat(JSON.parse(readFileSync(join(root, path), 'utf8')) as object)

const textFolders = [
  { folder: 'renderer/locales', fullName: (file: string, key: string) => `${file}:${key}` },
  { folder: 'shared/texts', fullName: (file: string, key: string) => `core:${file}.${key}` },
]
const files = textFolders.flatMap(({ folder, fullName }) =>
  readdirSync(join(root, folder, 'en')).map((name) => ({ folder, name, fullName })),
)

/** The names of the values in a message, `{count, plural, …}` included. */
function valuesIn(message: string): string[] {
  const names = new Set<string>()
  const visit = (
    parts: readonly { type: number; value?: unknown; options?: Record<string, { value: never }> }[],
  ) => {
    for (const part of parts) {
      // 0 is literal text and 7 the number sign; every other part stands for a value.
      if (part.type !== 0 && part.type !== 7) names.add(String(part.value))
      for (const option of Object.values(part.options ?? {})) visit(option.value)
    }
  }
  visit(new IntlMessageFormat(message, 'en').getAst() as never)
  return [...names].sort()
}

describe.each(files)('$folder/*/$name', ({ folder, name }) => {
  const [english, spanish] = languages.map((language) => new Map(readTexts(join(folder, language, name))))

  test('has the same keys in both languages', () => {
    expect([...spanish!.keys()].sort()).toEqual([...english!.keys()].sort())
  })

  test('has the same values in the messages of both languages', () => {
    for (const [key, message] of english!)
      expect(valuesIn(spanish!.get(key)!), key).toEqual(valuesIn(message))
  })

  test('has no empty message', () => {
    for (const [key, message] of [...english!, ...spanish!]) expect(message.trim(), key).not.toBe('')
  })
})

const sources = ['renderer', 'shared', 'db', 'electron', 'build']
  .flatMap((folder) => filesUnder(folder, /\.(ts|tsx)$/))
  .map((path) => readFileSync(join(root, path), 'utf8'))
const code = sources.join('\n')

/** Beginnings of keys that end in a value: `status.${…}` and `'words.roles.' + …`. */
const prefixes = [...code.matchAll(/[`'"]((?:[a-z]\w*:)?(?:[\w+]+\.)+)(?:\$\{|[`'"] \+)/g)].map(
  (match) => match[1]!,
)
const literals = new Set(
  [...code.matchAll(/['"`]((?:[a-z]\w*:)?[\w+]+(?:\.[\w+]+)*)['"`]/g)].map((match) => match[1]!),
)

/** i18next adds nothing to keys here (plurals are ICU), so a key is used when it is written somewhere. */
function isUsed(fullName: string): boolean {
  const [namespace = '', key = ''] = fullName.split(/:(.*)/s)
  const names = [fullName, key, ...(namespace === 'core' ? [key.replace(/^errors\./, '')] : [])]
  return names.some((name) => literals.has(name) || prefixes.some((prefix) => name.startsWith(prefix)))
}

test.each(files)('every key of $folder/*/$name is used', ({ folder, name, fullName }) => {
  const unused = readTexts(join(folder, 'en', name))
    .map(([key]) => fullName(name.replace('.json', ''), key))
    .filter((key) => !isUsed(key))
  expect(unused).toEqual([])
})

const screens = filesUnder('renderer', /\.(ts|tsx)$/)
const known = new Set(
  files.flatMap(({ folder, name, fullName }) =>
    readTexts(join(folder, 'en', name)).map(([key]) => fullName(name.replace('.json', ''), key)),
  ),
)

test.each(screens)('%s asks for no text that is missing', (path) => {
  const source = readFileSync(join(root, path), 'utf8')
  const namespaces = [...source.matchAll(/useTranslation\((?:\[)?'(\w+)'/g)].map((match) => match[1]!)
  const asked = [...source.matchAll(/\bt\(\s*'([\w:+.-]+)'/g)].map((match) => match[1]!)
  const missing = asked.filter((key) =>
    key.includes(':') ? !known.has(key) : !namespaces.some((namespace) => known.has(`${namespace}:${key}`)),
  )
  expect(missing).toEqual([])
})
