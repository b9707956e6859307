import { useCallback, useState } from 'react'

/** The width of an element in pixels, kept up to date, and the ref to put on it; `fallback` until it is there. */
export function useElementWidth(fallback: number): [width: number, ref: (element: Element | null) => void] {
  const [width, setWidth] = useState(fallback)
  const ref = useCallback((element: Element | null) => {
    if (!element) return undefined
    const take = (wide: number) => wide > 0 && setWidth(Math.round(wide))
    // Now, before the first paint: what is drawn at the fallback would jump.
    take(element.getBoundingClientRect().width)
    const observer = new ResizeObserver(([entry]) => entry && take(entry.contentRect.width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [width, ref]
}
