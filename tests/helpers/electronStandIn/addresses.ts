/**
 * Chromium without Electron cannot be taught a scheme of its own: a navigation to `app://` ends before any
 * interception. So on Chromium's side each standard, secure scheme that main registers is spelled as an
 * https origin that exists nowhere; main's side sees and answers its own spelling.
 */
const suffix = '.stand-in.invalid'

/** `app://stepping-stones/x` → `https://stepping-stones.app.stand-in.invalid/x` */
export function forChromium(address: string): string {
  const [, scheme, host, rest] = /^([a-z]+):\/\/([a-z-]+)(.*)$/.exec(address) ?? []
  if (!scheme || scheme === 'http' || scheme === 'https') return address
  return `https://${host}.${scheme}${suffix}${rest}`
}

/** The way back; addresses that are not of such an origin stay as they are. */
export function forMain(address: string): string {
  return address.replace(/^https:\/\/([a-z-]+)\.([a-z]+)\.stand-in\.invalid(?=\/|$)/, '$2://$1')
}
