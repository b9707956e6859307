/** The names under which preload and main talk. There are no others. */
export const channels = {
  /** Page to main: asks for a port to the core. */
  connect: 'core.connect',
  /** Main to page: brings the port. */
  corePort: 'core.port',
  /** Main to page: lock now. */
  lock: 'session.lock',
  /** Page to main: how the page looks now (`WindowLook`). */
  look: 'window.look',
} as const
