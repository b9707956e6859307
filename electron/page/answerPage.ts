import { isOwnAddress } from '../decisions/ownAddress.ts'
import { pageHeaders } from './contentSecurityPolicy.ts'
import type { PageFiles } from './pageFiles.ts'

const refuse = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { ...pageHeaders, ...headers } })

/**
 * Answers a request of the desktop's page for one of its own files. What is not in `files` does not exist:
 * no path reaches the disk. Another host gets 404, any method but GET and HEAD 405.
 */
export function answerPage(request: Request, files: PageFiles): Response {
  if (!isOwnAddress(request.url)) return refuse(404)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, { allow: 'GET, HEAD' })
  const file = files.get(new URL(request.url).pathname)
  if (!file) return refuse(404)
  const headers = {
    ...pageHeaders,
    'content-type': file.contentType,
    'content-length': String(file.body.length),
  }
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.body), { status: 200, headers })
}
