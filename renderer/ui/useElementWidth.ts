import { useLayoutEffect, useState, type RefObject } from 'react'

/** The width of an element in pixels, kept up to date; `fallback` until it is measured. */
export function useElementWidth(element: RefObject<Element | null>, fallback: number): number {
  const [width, setWidth] = useState(fallback)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return undefined
    // Before the first paint: what is drawn at the fallback would jump.
    const { width: first } = measured.getBoundingClientRect()
    if (first > 0) setWidth(Math.round(first))
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return width
}
