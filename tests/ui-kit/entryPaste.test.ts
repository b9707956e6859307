import { describe, expect, test } from 'vitest'
import type { EntryColumn } from '../../renderer/ui/entryColumns.ts'
import { isManyCells, layPastedCells, splitPastedCells } from '../../renderer/ui/entryPaste.ts'

describe('text copied from a spreadsheet', () => {
  test.each([
    ['one cell', '209', [['209']]],
    ['a row', '209\t214', [['209', '214']]],
    [
      'a block that ends in a line end',
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'empty cells keep their places',
      '1\t\t3\n\t5\t',
      [
        ['1', '', '3'],
        ['', '5', ''],
      ],
    ],
    ['an empty row in the middle', '1\n\n3\n', [['1'], [''], ['3']]],
    ['quoted line ends, tabs and marks', '"a\nb"\t"say ""hi"""\n"c\td"\n', [['a\nb', 'say "hi"'], ['c\td']]],
    ['a quotation mark that opens no cell', '5" tall\t6', [['5" tall', '6']]],
    ['a mark that never closes', '"abc\tdef', [['"abc', 'def']]],
    ['nothing', '', [['']]],
  ])('%s', (_name, text, cells) => expect(splitPastedCells(text)).toEqual(cells))

  test('one value with a line end after it is still one cell', () => {
    expect(isManyCells('209\r\n')).toBe(false)
    expect(isManyCells('209\n210')).toBe(true)
    expect(isManyCells('209\t')).toBe(true)
  })
})

interface Entry {
  name: string
  isLocked: boolean
}

const columns: EntryColumn<Entry>[] = [
  { id: 'name', label: 'Name', kind: 'shown', cell: (row) => row.name },
  {
    id: 'form',
    label: 'Form',
    kind: 'select',
    value: () => '',
    options: [
      { id: 'casas-621R', label: '621R' },
      { id: 'oral', label: 'Evaluación oral' },
    ],
  },
  { id: 'level', label: 'Level', kind: 'shown', cell: () => null },
  {
    id: 'score',
    label: 'Score',
    kind: 'number',
    value: () => '',
    state: (row) => ({ isReadOnly: row.isLocked }),
  },
  { id: 'date', label: 'Date', kind: 'date', value: () => '', latest: '2026-11-22' },
]
const rows: Entry[] = [
  { name: 'A', isLocked: false },
  { name: 'B', isLocked: true },
  { name: 'C', isLocked: false },
]
const reading = { locale: 'en-US', today: '2026-11-22' }

describe('pasted cells laid over the grid', () => {
  test('fill to the right over columns that can be written in, and down', () => {
    const cells = [
      ['621r', ' 209 ', '3/9/26'],
      ['EVALUACION ORAL', '', 'soon'],
    ]
    expect(layPastedCells(cells, { rowIndex: 0, columnId: 'form' }, columns, rows, reading)).toEqual({
      changes: [
        { rowIndex: 0, columnId: 'form', value: 'casas-621R' },
        { rowIndex: 0, columnId: 'score', value: '209' },
        { rowIndex: 0, columnId: 'date', value: '2026-03-09' },
        { rowIndex: 1, columnId: 'form', value: 'oral' },
        { rowIndex: 1, columnId: 'date', value: 'soon' },
      ],
      dropped: 0,
    })
  })
  test('what fits nowhere is counted, never squeezed in', () => {
    const cells = [['1', '2', '3'], ['4'], ['5'], ['6']]
    const { changes, dropped } = layPastedCells(
      cells,
      { rowIndex: 0, columnId: 'score' },
      columns,
      rows,
      reading,
    )
    expect(changes.map(({ rowIndex, columnId, value }) => `${rowIndex} ${columnId} ${value}`)).toEqual([
      '0 score 1',
      '0 date 2',
      '2 score 5',
    ])
    expect(dropped).toBe(3)
  })
})
