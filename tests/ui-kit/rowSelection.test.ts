import { expect, test } from 'vitest'
import {
  allRows,
  countSelected,
  isRowSelected,
  noRows,
  setRows,
  toggleRow,
  type RowSelection,
} from '../../renderer/ui/rowSelection.ts'

test('rows are turned over one by one', () => {
  const one = toggleRow<number>(noRows, 7)
  expect(isRowSelected(one, 7)).toBe(true)
  expect(isRowSelected(one, 8)).toBe(false)
  expect(countSelected(one, 5000)).toBe(1)
  expect(countSelected(toggleRow(one, 7), 5000)).toBe(0)
})

test('all but a few stays small, whatever the list holds', () => {
  const all: RowSelection<number> = allRows
  const butTwo = toggleRow(toggleRow(all, 3), 4)
  expect(isRowSelected(butTwo, 3)).toBe(false)
  expect(isRowSelected(butTwo, 4999)).toBe(true)
  expect(countSelected(butTwo, 5000)).toBe(4998)
  expect(countSelected(toggleRow(butTwo, 3), 5000)).toBe(4999)
})

test('a range goes in or out as one, in both kinds', () => {
  const some = setRows<number>(noRows, [1, 2, 3], true)
  expect([1, 2, 3, 4].map((id) => isRowSelected(some, id))).toEqual([true, true, true, false])
  const all = setRows<number>(allRows, [1, 2], false)
  expect([1, 2, 3].map((id) => isRowSelected(all, id))).toEqual([false, false, true])
  expect([1, 2].map((id) => isRowSelected(setRows(all, [1, 2], true), id))).toEqual([true, true])
})
