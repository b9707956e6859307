import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

/** A cell of a grid; row −1 is the row of headings. */
export interface GridCell {
  /** Place of the row, from 0; −1 for the headings. */
  readonly row: number
  /** Place of the column, from 0. */
  readonly column: number
}

/** What the keys do that act on a cell. */
export interface GridActions {
  /** Enter. */
  readonly onEnter: (cell: GridCell) => void
  /** Space, alone or with Shift. */
  readonly onSpace: (cell: GridCell, isRange: boolean) => void
  /** Ctrl/Cmd+A. */
  readonly onSelectAll: () => void
  /** Escape; true if there was something to leave, so that nothing around the grid closes as well. */
  readonly onEscape: () => boolean
}

/**
 * Moves one focus through the cells of a grid by the keys of the ARIA grid pattern: arrows, Home and End in the
 * row (with Ctrl/Cmd: in the grid), Page Up and Down by what is in sight. The cell with the focus carries
 * `data-cell="row:column"` and must always be drawn.
 */
export function useGridNavigation(
  grid: RefObject<HTMLElement | null>,
  size: {
    /** How many rows there are, without the headings. */
    readonly rows: number
    /** How many columns there are. */
    readonly columns: number
    /** How many rows are in sight. */
    readonly pageRows: number
  },
  actions: GridActions,
) {
  const [wanted, setActive] = useState<GridCell>({ row: 0, column: 0 })
  const active = {
    row: Math.min(wanted.row, size.rows - 1),
    column: Math.min(wanted.column, size.columns - 1),
  }
  const movesFocus = useRef(false)
  useLayoutEffect(() => {
    if (!movesFocus.current) return
    movesFocus.current = false
    grid.current?.querySelector<HTMLElement>(cellSelector(active))?.focus()
  })

  function moveTo(row: number, column: number) {
    movesFocus.current = true
    setActive({
      row: Math.max(-1, Math.min(row, size.rows - 1)),
      column: Math.max(0, Math.min(column, size.columns - 1)),
    })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const isCommand = event.ctrlKey || event.metaKey
    const { row, column } = active
    const moves: Record<string, () => void> = {
      ArrowDown: () => moveTo(row + 1, column),
      ArrowUp: () => moveTo(row - 1, column),
      ArrowRight: () => moveTo(row, column + 1),
      ArrowLeft: () => moveTo(row, column - 1),
      PageDown: () => moveTo(row + size.pageRows, column),
      PageUp: () => moveTo(Math.max(0, row - size.pageRows), column),
      Home: () => moveTo(isCommand ? 0 : row, 0),
      End: () => moveTo(isCommand ? size.rows - 1 : row, size.columns - 1),
      Enter: () => actions.onEnter(active),
      ' ': () => actions.onSpace(active, event.shiftKey),
      Escape: () => {
        if (actions.onEscape()) event.stopPropagation()
      },
    }
    const isSelectAll = isCommand && event.key.toLowerCase() === 'a'
    const move = isSelectAll ? actions.onSelectAll : moves[event.key]
    if (!move || event.altKey) return
    event.preventDefault()
    move()
  }

  return { active, setActive, onKeyDown }
}

function cellSelector({ row, column }: GridCell): string {
  return `[data-cell="${row}:${column}"]`
}
