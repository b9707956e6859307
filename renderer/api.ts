import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../shared/contract/index.ts'
import type { FailureData } from '../shared/contract/failures.ts'
import type { FileTicket } from '../shared/contract/values.ts'
import { currentLink } from './connection/currentLink.ts'

/** Every use case of the contract as a typed call. */
export const client: ContractRouterClient<Contract> = createORPCClient(currentLink)

/** The same as options for TanStack Query: `useQuery(api.learners.list.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client)

/** The contract's typed failure behind whatever was thrown; a lost connection is one too. */
export function failureFrom(error: unknown): FailureData {
  if (error instanceof ORPCError && error.code === 'FAILURE') return error.data as FailureData
  return {
    kind: 'broken',
    code: error instanceof ORPCError ? 'unforeseen' : 'connectionLost',
    values: {},
    fields: [],
  }
}

/** Saves a prepared file as a download, under its own name. */
export async function downloadFile(ticket: FileTicket): Promise<void> {
  const file = await client.files.take({ fileId: ticket.fileId })
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = ticket.name
  link.click()
  // The download keeps its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
