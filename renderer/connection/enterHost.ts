const tokenInFragment = /^#token=([\w-]{43})$/

/**
 * At the loopback host: trades the token of the printed link for the session's cookie and takes the token out
 * of the address, then keeps telling the host that a page is open. In the desktop window there is nothing to do.
 */
export async function enterHost(): Promise<void> {
  if (location.protocol !== 'http:') return
  const token = tokenInFragment.exec(location.hash)?.[1]
  if (token) {
    history.replaceState(null, '', '#/')
    // Refused or not: without the cookie the first call says so, in words.
    await fetch('/enter', { method: 'POST', body: token }).catch(() => {})
  }
  void navigator.locks.request('presence', stayPresent)
}

/**
 * Holds one answer of the host open, which ends the program some time after the last page is gone. The lock
 * around it lets one page do it for all: browsers grant only six connections to one host.
 */
async function stayPresent(): Promise<void> {
  const answer = await fetch('/presence', { method: 'POST' }).catch(() => null)
  await answer?.text().catch(() => {})
}
