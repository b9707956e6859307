import { ORPCError } from '@orpc/client'
import type { ServerResponse } from 'node:http'
import type { FailureData } from '../../shared/contract/failures.ts'
import type { Refusal } from './requestGuards.ts'

/**
 * Answers a refused request in the form of a failed call, so that the page says it in the reader's words.
 * The connection ends too: whatever body is still coming is not read.
 */
export function refuse(response: ServerResponse, { status, code }: Refusal): void {
  const data: FailureData = { kind: 'broken', code, values: {}, fields: [] }
  const error = new ORPCError('FAILURE', { defined: true, status, message: code, data })
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
  response.end(JSON.stringify({ json: error.toJSON() }))
}
