import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { lockWished } from '../../shared/contract/desktopBridge.ts'
import { lockPage } from './leavePage.ts'

const lockEvent = 'lock-program'

/** Only for the names of keys; both work everywhere. */
const isMac = navigator.userAgent.includes('Mac')

/** How the key that locks is written. */
export const lockKey = isMac ? '⇧⌘L' : 'Ctrl+Shift+L'

/** Locks the program, from anywhere in it. */
export const lockNow = () => void window.dispatchEvent(new Event(lockEvent))

/** Hears every wish to lock: a menu, the palette, Ctrl/Cmd+Shift+L, and on the desktop the system's own. */
export function useLockOnDemand(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const lock = () => void lockPage(queries, { onlyIfIdle: false })
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'l' || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      lock()
    }
    const onMessage = ({ source, data }: MessageEvent) => {
      if (source === window && data === lockWished) lock()
    }
    window.addEventListener(lockEvent, lock)
    window.addEventListener('keydown', onKey)
    window.addEventListener('message', onMessage)
    return () => {
      window.removeEventListener(lockEvent, lock)
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('message', onMessage)
    }
  }, [queries])
}
