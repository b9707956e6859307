/** The scheme that only the desktop's windows know. */
export const appScheme = 'app'

/** The origin of the page in a desktop window. */
export const appOrigin = `${appScheme}://stepping-stones`

/** Where a window finds the page. */
export const pageAddress = `${appOrigin}/`

/** Whether `address` lies within the page's own origin. Anything that is no address does not. */
export function isOwnAddress(address: string): boolean {
  const parsed = URL.parse(address)
  // URL gives schemes of one's own the origin "null", so scheme and host are compared.
  return parsed !== null && `${parsed.protocol}//${parsed.host}` === appOrigin && parsed.username === ''
}
