import { MutationCache, QueryCache, QueryClient, type QueryKey } from '@tanstack/react-query'
import { contract } from '../shared/contract/index.ts'
import type { Topic } from '../shared/contract/topics.ts'
import type { UseCaseMeta } from '../shared/contract/useCase.ts'
import { failureFrom } from './api.ts'
import { whenCoreIsBack } from './connection/currentLink.ts'
import { tellOfTopics, whenTopicsChange } from './lock/recordNews.ts'
import { tellOtherTabs, whenSessionChanges } from './lock/sessionNews.ts'

/** What the contract says of the use case that a query or mutation key names; null for a key of another kind. */
function metaOf(key: QueryKey | undefined): UseCaseMeta | null {
  const path = key?.[0] as readonly string[] | undefined
  if (!Array.isArray(path)) return null
  let found: unknown = contract
  for (const step of path as readonly string[]) found = (found as Record<string, unknown> | undefined)?.[step]
  return (found as { '~orpc': { meta: UseCaseMeta } } | undefined)?.['~orpc'].meta ?? null
}

/** Refetches every query that reads one of the topics. */
export async function refetchTopics(client: QueryClient, changed: readonly Topic[]): Promise<void> {
  await client.invalidateQueries({
    predicate: (query) => metaOf(query.queryKey)?.reads.some((topic) => changed.includes(topic)) ?? false,
  })
}

/** The same, here and in every other tab of the browser: what one tab records, the others show. */
export async function announceTopics(client: QueryClient, changed: readonly Topic[]): Promise<void> {
  tellOfTopics(changed)
  await refetchTopics(client, changed)
}

function toSignIn(client: QueryClient, error: unknown): void {
  if (failureFrom(error).kind === 'signInRequired') void refetchTopics(client, ['session'])
}

/** No retries and no pauses when "offline": the core is on this machine and answers or says why not. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => toSignIn(client, error) }),
    mutationCache: new MutationCache({
      onError: (error) => toSignIn(client, error),
      onSuccess: (_result, _input, _context, mutation) => {
        const changes = metaOf(mutation.options.mutationKey)?.changes ?? []
        if (changes.includes('session')) tellOtherTabs()
        return announceTopics(client, changes)
      },
    }),
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 30_000, refetchOnWindowFocus: false },
      // What was sent, a passphrase perhaps, is forgotten with the form that sent it.
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  })
  // A core that was started anew has nobody signed in: what the page knew from the old one is void.
  whenCoreIsBack(() => void client.resetQueries())
  whenTopicsChange((changed) => void refetchTopics(client, changed))
  whenSessionChanges(() => void refetchTopics(client, ['session']))
  return client
}
