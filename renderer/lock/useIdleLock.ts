import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../api.ts'
import { lockPage } from './leavePage.ts'

const minute = 60_000

/** How often the core hears that somebody works, and how soon to ask again when another page is in use. */
const halfMinute = 30_000

const activities = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Watches the person's hands, locks after `limit` milliseconds without them, and gives the way to stop. */
function watchHands(queries: QueryClient, limit: number): () => void {
  let lastActivity = Date.now()
  let lastTold = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const waitFor = (time: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), time)
  }
  async function look(): Promise<void> {
    const left = lastActivity + limit - Date.now()
    if (left > 0) return waitFor(left)
    // Also should it not lock, because somebody works on another page: then later again.
    waitFor(halfMinute)
    await lockPage(queries, { onlyIfIdle: true })
  }
  function onActivity(): void {
    const now = Date.now()
    // The first move after the machine slept: whoever makes it may be somebody else.
    if (now - lastActivity >= limit) return void look()
    lastActivity = now
    if (now - lastTold < halfMinute) return
    lastTold = now
    // Refused, it says that the session is over: the page finds out by asking for its state.
    client.session.noteActivity({}).catch(() => queries.invalidateQueries({ queryKey: [['session']] }))
  }
  const onVisible = () => void (document.visibilityState === 'visible' && look())
  waitFor(limit)
  for (const activity of activities)
    window.addEventListener(activity, onActivity, { capture: true, passive: true })
  document.addEventListener('visibilitychange', onVisible)
  return () => {
    clearTimeout(timer)
    for (const activity of activities) window.removeEventListener(activity, onActivity, { capture: true })
    document.removeEventListener('visibilitychange', onVisible)
  }
}

/** Locks the page when nobody has touched it for the minutes allowed; never when null. */
export function useIdleLock(idleMinutes: number | null): void {
  const queries = useQueryClient()
  useEffect(
    () => (idleMinutes === null ? undefined : watchHands(queries, idleMinutes * minute)),
    [queries, idleMinutes],
  )
}
