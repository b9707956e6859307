import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { asClock } from './useSignIn.ts'

interface SignInButtonProps {
  /** Seconds until the next try is taken; the button says so and waits. */
  secondsToWait: number
  isPending: boolean
  children: string
}

/** Sends a passphrase or a recovery code; after too many wrong ones it counts the wait down first. */
export function SignInButton({ secondsToWait, isPending, children }: SignInButtonProps) {
  const { t } = useTranslation('session')
  return (
    <Button type="submit" variant="primary" isPending={isPending} isDisabled={secondsToWait > 0}>
      {secondsToWait > 0 ? t('signIn.waiting', { clock: asClock(secondsToWait) }) : children}
    </Button>
  )
}
