import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { draftKey, keepDraft } from './lock/pageDrafts.ts'
import { useSession } from './shell/session.ts'

/**
 * State that survives leaving the screen and locking the program, so that nothing typed is lost by a look
 * elsewhere or a walk to the printer. It lives beside the page's fetched records, in memory alone; while the
 * program is locked the core keeps it, sealed. It is forgotten at sign-out.
 *
 * @param place what is being filled in, such as `members 12`
 * @param empty the value of nothing typed; setting it forgets the draft. Plain JSON, as every draft.
 */
export function useDraft<Draft>(place: string, empty: Draft) {
  const client = useQueryClient()
  const { account } = useSession()
  const key = draftKey(account.id, place)
  const id = key.join(' ')
  const kept = () => client.getQueryData<Draft>(key) ?? empty
  const [state, setState] = useState(() => ({ id, draft: kept() }))
  const current = state.id === id ? state.draft : kept()
  /** The next draft, or how it follows from the newest one. */
  function setDraft(next: Draft | ((before: Draft) => Draft)) {
    const draft = typeof next === 'function' ? (next as (before: Draft) => Draft)(kept()) : next
    if (draft === empty) client.removeQueries({ queryKey: key, exact: true })
    else keepDraft(client, account.id, place, draft)
    setState({ id, draft })
  }
  return [current, setDraft] as const
}
