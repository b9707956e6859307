import { RPCLink } from '@orpc/client/fetch'

/** Calls over same-origin HTTP: the loopback host. The session cookie goes along by itself. */
export const httpLink = () => new RPCLink({ url: `${location.origin}/rpc` })
