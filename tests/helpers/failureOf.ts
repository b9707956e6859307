import { ORPCError } from '@orpc/client'
import type { FailureData } from '../../shared/contract/failures.ts'

/** The typed failure that a call ends with; throws when it succeeds or fails in any other way. */
export async function failureOf(call: Promise<unknown>): Promise<FailureData> {
  try {
    await call
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'FAILURE') return error.data as FailureData
    throw error
  }
  throw new Error('the call was expected to fail')
}
