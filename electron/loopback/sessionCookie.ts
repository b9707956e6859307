import { sameSecret } from './secrets.ts'

/** Browsers keep one cookie jar for all ports of this machine, so the port is in the name. */
export const cookieName = (port: number) => `stones-${port}`

/** The cookie that a page gets for its token: gone with the browser's session, out of reach of scripts. */
export const cookieHeader = (port: number, secret: string) =>
  `${cookieName(port)}=${secret}; Path=/; HttpOnly; SameSite=Strict`

/** Whether a `Cookie` header holds the secret. */
export function hasCookie(header: string | undefined, port: number, secret: string): boolean {
  const start = `${cookieName(port)}=`
  const cookies = (header ?? '').split(';').map((cookie) => cookie.trim())
  return cookies.some((cookie) => cookie.startsWith(start) && sameSecret(cookie.slice(start.length), secret))
}
