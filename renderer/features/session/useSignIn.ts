import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import type { ShownFailure } from '../../useFailureText.ts'

/** Seconds that a refusal says to wait before the next try; 0 when it says nothing of the kind. */
export const secondsToWaitIn = (failure: ShownFailure | null) => Number(failure?.data.values.allSeconds ?? 0)

/** Counts a refusal's wait down, second by second; it belongs to the name that was tried. */
export function useCountdown(failure: ShownFailure | null, name: string | null): number {
  const [wait, setWait] = useState({ name, refusal: failure?.data, left: 0 })
  const seconds = secondsToWaitIn(failure)
  if (seconds > 0 && failure?.data !== wait.refusal) setWait({ name, refusal: failure?.data, left: seconds })
  const isWaiting = wait.left > 0
  useEffect(() => {
    if (!isWaiting) return
    const tick = () => setWait((before) => ({ ...before, left: Math.max(0, before.left - 1) }))
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [isWaiting, wait.refusal])
  return wait.name === name ? wait.left : 0
}

/** A time of waiting as on a clock: `0:08`, `12:30`. */
export const asClock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** Signs in, says how many wrong tries there were before, and counts a wait down. */
export function useSignIn(name: string | null) {
  const { t } = useTranslation('session')
  const toasts = useToasts()
  const command = useCommand(api.session.signIn)
  const secondsToWait = useCountdown(command.failure, name)
  const signIn = async (passphrase: string) => {
    const entered = await command.runAsync({ name: name ?? '', passphrase }).catch(() => null)
    // The refusal stands in the form already.
    if (entered && entered.wrongTries > 0)
      toasts.show({ message: t('signIn.wrongTries', { count: entered.wrongTries }), kind: 'info' })
  }
  return { signIn, secondsToWait, failure: command.failure, isPending: command.isPending }
}
