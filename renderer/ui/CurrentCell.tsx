import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { placeOf, type EntryPlace } from './entryPlace.ts'
import styles from './EntryGrid.module.css'

interface CurrentCellProps {
  table: RefObject<HTMLTableElement | null>
  /** What is told of a cell. */
  detail: (place: EntryPlace) => ReactNode
}

/**
 * What is told of the cell that had the focus last. Shift+F2, which opens the note of a cell in a spreadsheet,
 * presses the button in it from the cell. It keeps the place itself, so that a step does not draw all cells anew.
 */
export function CurrentCell({ table, detail }: CurrentCellProps) {
  const [place, setPlace] = useState<EntryPlace | null>(null)
  const told = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const cells = table.current
    const listening = new AbortController()
    const { signal } = listening
    cells?.addEventListener('focusin', ({ target }) => setPlace(placeOf(target) ?? null), { signal })
    cells?.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'F2' || !event.shiftKey) return
        event.preventDefault()
        told.current?.querySelector('button')?.click()
      },
      { signal },
    )
    return () => listening.abort()
  }, [table])
  return (
    <span ref={told} className={styles.detail} data-print="hide">
      {place && detail(place)}
    </span>
  )
}
