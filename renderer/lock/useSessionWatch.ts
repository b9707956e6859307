import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SessionState } from '../../shared/contract/session.ts'
import { api, client } from '../api.ts'
import { followOthers } from './leavePage.ts'
import { pageId, putDraftsBack } from './pageDrafts.ts'

/** When the person shown is no longer the one signed in, the page keeps nothing of theirs. */
export function useSessionWatch(session: SessionState | undefined): void {
  const queries = useQueryClient()
  const shown = useRef<number | null>(null)
  const now = session?.account?.id ?? null
  useEffect(() => {
    const before = shown.current
    shown.current = now
    if (before !== null && before !== now) void followOthers(queries, before)
  }, [queries, now])
}

/** Takes what was typed before the program locked back from the core; true once the screens may show it. */
export function useDraftsBack(accountId: number): boolean {
  const queries = useQueryClient()
  const taking = useQuery({
    queryKey: ['drafts taken back', accountId],
    queryFn: async () => {
      const kept = await client.session.takeDrafts({ page: pageId() })
      for (const content of kept) putDraftsBack(queries, accountId, content)
      return kept.length
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })
  return taking.isFetched
}

/** Who is signed in, asked again now and then: another browser may have locked what this one shows. */
export const useSessionState = () =>
  useQuery(
    api.session.state.queryOptions({
      input: {},
      staleTime: Infinity,
      refetchInterval: 15_000,
      refetchOnWindowFocus: 'always',
    }),
  )
