import fc from 'fast-check'
import type * as z from 'zod'
import type { $ZodType, $ZodTypes } from 'zod/v4/core'
import { isoDate, recordId } from '../../shared/contract/values.ts'

/** Names that every object has by birth: whoever looks one up finds something nobody put there. */
export const prototypeNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
]

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(...prototypeNames),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '%',
    '_',
    "' or 1=1 --",
    '=1+1',
    '../../x',
    '{0}',
    'ñ'.repeat(300),
    '-0',
  ),
)
const usualDay = fc.date({ min: new Date('2025-01-01'), max: new Date('2026-08-31'), noInvalidDate: true })
const day = fc.oneof(
  { arbitrary: usualDay.map((date) => date.toISOString().slice(0, 10)), weight: 6 },
  { arbitrary: fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29', '1900-01-01'), weight: 1 },
)
/** Mostly ids that a small program has, so that the bodies get to work. */
const id = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 12 }), weight: 6 },
  { arbitrary: fc.constantFrom(2 ** 31, 2 ** 53 - 1), weight: 1 },
)

/** Whatever JSON can say, with prototype names among the keys. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, -1, 1e308, 2 ** 53, 0.5),
    oddText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...prototypeNames), oddText), tie('value')), { maxLength: 4 })
      .map(objectOf),
  ),
})).value

/** An object whose keys are its own even if one is called `__proto__`, as `JSON.parse` makes them. */
function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true })
  return made
}

function numberIn({ minValue, maxValue, format }: z.ZodNumber) {
  const min = Math.max(minValue ?? -1, -1)
  const range = { min, max: Math.min(maxValue ?? Infinity, min + 1000) }
  const whole = fc.integer({ min: Math.ceil(range.min), max: Math.floor(range.max) })
  return format === 'safeint' ? whole : fc.oneof(whole, fc.double({ ...range, noNaN: true }))
}

/** What people type: names, codes, scores, the passphrase of the tests. */
const usualTexts = ['Ana', 'B-12', '200', '12', 'casasSteps', '621R', 'seven quiet stones']

/** Tickets and handles that the core gave out, by the name of their field. */
export const handles = new Map<string, string>()

/** Folders that are nowhere: one that is there would be written to. */
const folder = fc.constantFrom(
  '',
  'backups',
  '../backups',
  '/no such folder of the tests/x',
  'C:\\no such',
  '\u0000',
)

/** The value of a field: a handle that is there or a folder that is not, where the field asks for one. */
function fieldFor(name: string, schema: $ZodType): fc.Arbitrary<unknown> {
  if (name === 'path' || name === 'folder') return folder
  return name === 'fileId' || name === 'openId' || name === 'previewId'
    ? fc.oneof({ arbitrary: fc.constant(null).map(() => handles.get(name) ?? 'none'), weight: 4 }, oddText)
    : inputFor(schema)
}

/** Values that a schema mostly takes. What a check in code refuses may come too: that is a refusal to test. */
export function inputFor(schema: $ZodType): fc.Arbitrary<unknown> {
  if (schema === isoDate) return day
  if (schema === recordId) return id
  const { def } = schema as unknown as { def: $ZodTypes['_zod']['def'] }
  switch (def.type) {
    case 'object':
      return fc
        .tuple(
          ...Object.entries(def.shape).map(([key, part]) =>
            fieldFor(key, part).map((value) => [key, value] as const),
          ),
        )
        .map((entries) => objectOf(entries.filter(([, value]) => value !== undefined)))
    case 'array':
      return fc.array(inputFor(def.element), { maxLength: 3 })
    case 'tuple':
      return fc.tuple(...def.items.map(inputFor))
    case 'record':
      return fc
        .array(fc.tuple(inputFor(def.keyType).map(String), inputFor(def.valueType)), { maxLength: 3 })
        .map(objectOf)
    case 'union':
      return fc.oneof(...def.options.map(inputFor))
    case 'nullable':
      return fc.oneof({ arbitrary: inputFor(def.innerType), weight: 3 }, fc.constant(null))
    case 'optional':
    case 'default':
    case 'prefault':
      return fc.oneof({ arbitrary: inputFor(def.innerType), weight: 2 }, fc.constant(undefined))
    case 'readonly':
    case 'nonoptional':
    case 'catch':
      return inputFor(def.innerType)
    case 'pipe':
      return inputFor(def.in)
    case 'lazy':
      return fc.constant(null).chain(() => inputFor(def.getter()))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries))
    case 'literal':
      return fc.constantFrom(...def.values)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'number':
      return numberIn(schema as z.ZodNumber)
    case 'string':
      return fc.oneof(
        { arbitrary: fc.constantFrom(...usualTexts), weight: 4 },
        { arbitrary: oddText, weight: 2 },
      )
    case 'file':
      return oddText.map((text) => new File([text], `${text}.csv`))
    default:
      throw new Error(`no values are known for a schema of the type ${def.type}`)
  }
}

/** Every place in a value, as a path. */
function placesIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null || value instanceof File) return [[]]
  const below = Object.entries(value).flatMap(([key, part]) => placesIn(part).map((path) => [key, ...path]))
  return [[], ...below]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  const parts = Object.entries(value as object).map(
    ([name, part]) => [name, name === key ? replaced(part, rest, other) : part] as const,
  )
  return Array.isArray(value) ? parts.map(([, part]) => part) : objectOf(parts)
}

/** An input as the schema wants it, with one place in it replaced by whatever JSON can say. */
const spoilt = (schema: $ZodType) =>
  fc.tuple(inputFor(schema), fc.nat(), anyJson).map(([value, at, other]) => {
    const places = placesIn(value)
    return replaced(value, places[at % places.length]!, other)
  })

/** Inputs of a method: right in form, spoilt in one place, and any JSON at all. */
export const arbitraryInput = (schema: $ZodType): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: inputFor(schema), weight: 4 },
    { arbitrary: spoilt(schema), weight: 2 },
    { arbitrary: anyJson, weight: 1 },
  )
