import * as z from 'zod'
import { query } from './useCase.ts'
import { fileTicket } from './values.ts'

/** The largest file taken in, in bytes. Bigger ones are refused before they are read. */
export const largestFile = 50 * 1024 * 1024

/**
 * Bytes in and bytes out. A file waits in the core's memory between two calls, for the person who is
 * signed in, and is forgotten at sign-out.
 */
export const files = {
  put: query({
    mayCall: 'signedIn',
    reads: [],
    input: z.object({ file: z.file() }),
    output: fileTicket,
  }),
  /** Hands over a prepared file once, then forgets it. */
  take: query({
    mayCall: 'signedIn',
    reads: [],
    input: z.object({ fileId: z.string() }),
    output: z.file(),
  }),
}
