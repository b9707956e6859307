import { useState } from 'react'
import { useSession } from '../../shell/session.ts'

/** What was typed and not saved yet, by person and place; it outlives the screen, not the page. */
const kept = new Map<string, unknown>()

/**
 * State that survives leaving the screen, so that nothing typed is lost by a look elsewhere.
 *
 * @param place what is being filled in, such as `members 12`
 * @param empty the value of nothing typed; setting it forgets the draft
 */
export function useKeptDraft<Draft>(place: string, empty: Draft) {
  const { account } = useSession()
  const key = `${account.id} ${place}`
  const [state, setState] = useState({ key, draft: (kept.get(key) as Draft | undefined) ?? empty })
  const current = state.key === key ? state : { key, draft: (kept.get(key) as Draft | undefined) ?? empty }
  function setDraft(draft: Draft) {
    if (draft === empty) kept.delete(key)
    else kept.set(key, draft)
    setState({ key, draft })
  }
  return [current.draft, setDraft] as const
}
