import { createContext, use } from 'react'

/** Shows a recovery code that was just made, in place of everything else until it is on paper. */
export const ShowRecoveryCode = createContext<(recoveryCode: string) => void>(() => {})

/** The way to show a new recovery code from any screen. */
export const useShowRecoveryCode = () => use(ShowRecoveryCode)
