import type { QueryClient } from '@tanstack/react-query'
import { largestDrafts } from '../../shared/contract/session.ts'

/** Under which key a draft lives beside the fetched records. Its value is plain JSON. */
export const draftKey = (accountId: number, place: string) => ['drafts', accountId, place] as const

/** Keeps a draft until it is removed, whoever looks at it. */
export function keepDraft(client: QueryClient, accountId: number, place: string, draft: unknown): void {
  client.setQueryDefaults(['drafts'], { gcTime: Infinity })
  client.setQueryData(draftKey(accountId, place), () => draft)
}

/** This page among the pages open; a page loaded again stays the same one. */
export function pageId(): string {
  const known = sessionStorage.getItem('page')
  if (known) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem('page', made)
  return made
}

/**
 * Everything typed on this page and not saved, for the core to keep while it is locked; null when there is
 * nothing. Where it is more than the core takes, the smaller drafts go along and the largest are lost.
 */
export function draftsOf(client: QueryClient, accountId: number) {
  const drafts = client
    .getQueriesData<unknown>({ queryKey: ['drafts', accountId] })
    .filter(([, draft]) => draft !== undefined)
    .map(([key, draft]) => JSON.stringify([key[2], draft]))
    .sort((one, other) => one.length - other.length)
  while (drafts.join().length + 2 > largestDrafts) drafts.pop()
  return drafts.length > 0 ? { page: pageId(), accountId, content: `[${drafts.join()}]` } : null
}

/** Puts back what `draftsOf` wrote down. */
export function putDraftsBack(client: QueryClient, accountId: number, content: string): void {
  const drafts = JSON.parse(content) as readonly [place: string, draft: unknown][]
  for (const [place, draft] of drafts) keepDraft(client, accountId, place, draft)
}
