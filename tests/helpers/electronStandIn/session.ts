import type {
  CallbackResponse,
  OnBeforeRequestListenerDetails,
  Protocol,
  Session,
  WebRequest,
} from 'electron'
import { app } from './app.ts'

type Handler = Parameters<Protocol['handle']>[1]
const privileged = new Set<string>()

export const protocol = {
  registerSchemesAsPrivileged(schemes) {
    if (app.isReady()) throw new Error('schemes are registered before the app is ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard && privileges.secure) privileged.add(scheme)
    }
  },
} satisfies Partial<Protocol>

type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: CallbackResponse) => void,
) => void

/** One session: who answers its schemes, and what it says of permissions. */
export class StandInSession {
  readonly handlers = new Map<string, Handler>()
  #mayUse: CheckHandler = () => true
  #beforeRequest: RequestListener | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: unknown) => {
      this.#beforeRequest = listener as RequestListener | null
    },
  } satisfies Partial<WebRequest>

  readonly protocol = {
    handle: (scheme, handler) => {
      if (!privileged.has(scheme)) throw new Error(`${scheme} was not registered as standard and secure`)
      this.handlers.set(scheme, handler)
    },
  } satisfies Partial<Protocol>

  setPermissionRequestHandler: Session['setPermissionRequestHandler'] = () => {}
  setDevicePermissionHandler: Session['setDevicePermissionHandler'] = () => {}
  setPermissionCheckHandler: Session['setPermissionCheckHandler'] = (handler) => {
    this.#mayUse = handler ?? (() => true)
  }

  /** Whether main lets the session ask for `url` (in main's spelling). */
  async mayRequest(url: string): Promise<boolean> {
    const listener = this.#beforeRequest
    if (!listener) return true
    const details = { url } as OnBeforeRequestListenerDetails
    return new Promise((resolve) => listener(details, ({ cancel }) => resolve(!cancel)))
  }

  /** What Chromium should be told of a permission, for pages of `origin`. */
  permissionSetting(permission: Parameters<CheckHandler>[1], origin: string): 'granted' | 'denied' {
    const details = { requestingUrl: origin, isMainFrame: true }
    return this.#mayUse(null, permission, origin, details) ? 'granted' : 'denied'
  }
}

const sessions = new Map<string, StandInSession>()

export const session = {
  fromPartition(partition) {
    const found = sessions.get(partition) ?? new StandInSession()
    sessions.set(partition, found)
    return found as unknown as Session
  },
} satisfies Partial<typeof Electron.Session>
