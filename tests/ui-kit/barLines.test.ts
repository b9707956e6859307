import { expect, test } from 'vitest'
import { barLines } from '../../renderer/ui/barLines.ts'

test('name and value share a line while both fit', () => {
  expect(barLines('NA-01', '75.0% · 12 of 16', 400)).toEqual({ nameLines: ['NA-01'], isTextBeside: true })
})

test('where they would meet, the value goes under the name', () => {
  const name = 'Reading and listening: both at level 4 or above'
  expect(barLines(name, '54 do not meet it yet · 10 unknown', 400)).toEqual({
    nameLines: [name],
    isTextBeside: false,
  })
})

test('a name wider than the chart is broken between words, and no word is lost', () => {
  const name = 'Lectura y comprensión auditiva: las dos en el nivel 4 o más, en pruebas del último año'
  const { nameLines } = barLines(name, '54 todavía no cumplen', 300)
  expect(nameLines.length).toBe(3)
  expect(nameLines.join(' ')).toBe(name)
})
