/** Why the program opens in the browser and not in a window of its own; keys of the text `start.browser`. */
export type WhyNotDesktop = 'asked' | 'noDisplay' | 'root' | 'noBinary'

export interface Surroundings {
  platform: string
  env: Readonly<Record<string, string | undefined>>
  isRoot: boolean
}

/** True where programs can open windows; other systems than Linux always have a desktop. */
export const hasDisplay = ({ platform, env }: Surroundings) =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)

/** What speaks against the desktop window before anybody looks for its binary; null if nothing does. */
export function whyNotDesktop(browserAsked: boolean, around: Surroundings): WhyNotDesktop | null {
  if (browserAsked) return 'asked'
  if (!hasDisplay(around)) return 'noDisplay'
  // Chromium's sandbox does not start as root, and the window is not opened without it.
  return around.platform === 'linux' && around.isRoot ? 'root' : null
}

/** A program to run, with what it reads on its standard input. */
export interface Command {
  program: string
  args: readonly string[]
  input: string
}

/**
 * The command that opens an address in the person's browser, or null where nobody is looking. Arguments can be
 * read by every user of a Mac, so there the address goes by standard input; on Linux the host turns other users
 * away, and Windows shows them nothing.
 */
export function browserCommand(around: Surroundings, address: string): Command | null {
  if (around.env.CI || !hasDisplay(around)) return null
  if (around.platform === 'darwin') {
    return { program: 'osascript', args: ['-'], input: `open location ${JSON.stringify(address)}` }
  }
  if (around.platform === 'win32') {
    return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', address], input: '' }
  }
  return { program: 'xdg-open', args: [address], input: '' }
}
