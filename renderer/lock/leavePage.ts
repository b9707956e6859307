import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SessionState } from '../../shared/contract/session.ts'
import { api, client } from '../api.ts'
import { draftsOf } from './pageDrafts.ts'
import { tellOtherTabs } from './sessionNews.ts'

const stateKey = api.session.state.queryKey({ input: {} })

/**
 * Loads the page anew. A page cannot empty its own memory in any other way that could be relied on: what it
 * fetched lives on in caches, closures and detached elements.
 */
function emptyMemory(): void {
  showNothing()
  location.reload()
}

/** An event of the window: from now on nothing is shown until the page is there anew. */
const goesAway = 'page-goes-away'

/** Takes everything off the screen at once, so that nobody reads it or types into what goes away. */
const showNothing = () => void window.dispatchEvent(new Event(goesAway))

/** True once the page is about to be loaded anew. */
export function useIsGoingAway(): boolean {
  const [isGoing, setGoing] = useState(false)
  useEffect(() => {
    const go = () => setGoing(true)
    window.addEventListener(goesAway, go)
    return () => window.removeEventListener(goesAway, go)
  }, [])
  return isGoing
}

/** The page is about to be loaded anew. */
let isLeaving = false

/**
 * Locks the program, hands what was typed to the core to keep, and empties the page's memory. The address
 * stays, so that the person comes back to the same place.
 *
 * @param onlyIfIdle the page believes that nobody works; the core knows of the other pages and may say no
 */
export async function lockPage(queries: QueryClient, { onlyIfIdle }: { onlyIfIdle: boolean }): Promise<void> {
  const state = queries.getQueryData<SessionState>(stateKey)
  const account = state?.account
  if (!account || !state.mayLock || isLeaving) return
  isLeaving = true
  const drafts = draftsOf(queries, account.id)
  if (!onlyIfIdle) showNothing()
  const after = await client.session
    .lock({ onlyIfIdle, drafts })
    // The lock matters more than the drafts. A core that does not answer has nothing open either.
    .catch(() => client.session.lock({ onlyIfIdle: false, drafts: null }))
    .catch(() => null)
  if (onlyIfIdle && after?.account?.id === account.id) {
    isLeaving = false
    return
  }
  tellOtherTabs()
  emptyMemory()
}

/** Another page, the core itself or the system has ended or locked the session that this page shows. */
export async function followOthers(queries: QueryClient, accountId: number): Promise<void> {
  if (isLeaving) return
  isLeaving = true
  const drafts = draftsOf(queries, accountId)
  const after = await client.session.lock({ onlyIfIdle: true, drafts }).catch(() => null)
  if (after?.account?.id !== accountId) return emptyMemory()
  // The same person was quicker back, on another page; what was typed on this one is still here.
  isLeaving = false
  queries.setQueryData(stateKey, after)
}

/** Signs out: nothing of the program stays on the page for the next person at this desk. */
export async function signOutOfPage(): Promise<void> {
  isLeaving = true
  showNothing()
  // Should it fail, the page shows who is still signed in.
  await client.session.signOut({}).catch(() => null)
  tellOtherTabs()
  history.replaceState(null, '', '#/')
  emptyMemory()
}
