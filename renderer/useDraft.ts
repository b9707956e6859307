import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from './shell/session.ts'

/**
 * What somebody has typed and not saved, kept while they look elsewhere in the app. It lives beside the
 * page's fetched records, in memory alone, and is forgotten with them at sign-out.
 *
 * @param name what is being typed; a class's scores are `['classScores', sectionId]`. Give a component
 *   another `key` when the name changes.
 * @param empty what there is before anything is typed
 */
export function useDraft<Draft>(name: readonly (string | number)[], empty: Draft) {
  const client = useQueryClient()
  const { account } = useSession()
  const key = ['drafts', account.id, ...name]
  const [draft, setState] = useState<Draft>(() => client.getQueryData<Draft>(key) ?? empty)
  return {
    draft,
    keep(next: Draft) {
      client.setQueryDefaults(key, { gcTime: Infinity })
      client.setQueryData<Draft>(key, () => next)
      setState(next)
    },
    forget(next: Draft) {
      client.removeQueries({ queryKey: key, exact: true })
      setState(next)
    },
  }
}
