import { existsSync } from 'node:fs'

/** Where Debian and its relatives put it. */
export const systemChromium = '/usr/bin/chromium'

/** How tests start the browser: the system's Chromium where there is one, never asking anything of the net. */
export const chromiumLaunch = {
  ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
  args: [
    // The sandbox of Chromium refuses to run as root, which is who builds in a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ],
}
