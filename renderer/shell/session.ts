import { createContext, useContext } from 'react'
import type { SessionState, SignedInAccount } from '../../shared/contract/session.ts'
import type { Role } from '../../shared/values/vocabulary.ts'

const SessionContext = createContext<SessionState | null>(null)

export const SessionProvider = SessionContext.Provider

/** The session of the signed-in person; only below the shell. */
export function useSession(): SessionState & { account: SignedInAccount } {
  const session = useContext(SessionContext)
  if (!session?.account) throw new Error('useSession needs a signed-in shell around it')
  return { ...session, account: session.account }
}

/** Whether the person holds one of the roles, to show only what they may do. The core checks again. */
export function useMay(...roles: readonly Role[]): boolean {
  return useSession().account.roles.some((role) => roles.includes(role))
}
