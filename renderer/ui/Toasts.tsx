import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { IconButton } from './IconButton.tsx'
import { CloseIcon, ErrorIcon, InfoIcon, SuccessIcon, UndoIcon } from './icons.ts'
import styles from './Toasts.module.css'

/** A message that passes. */
export interface ToastMessage {
  /** What happened, in one sentence. */
  readonly message: string
  /** Its weight; `success` unless told. An error stays until it is closed. */
  readonly kind?: 'success' | 'info' | 'danger'
  /** Takes it back. The toast closes when pressed. */
  readonly undo?: (() => void) | undefined
  /** Another thing to do from here, such as opening what was made. */
  readonly action?: { readonly label: string; readonly onAction: () => void } | undefined
}

/** Shows toasts. */
export interface ToastControls {
  /** Shows a toast for 6 s, or 12 s if something can be done from it; time stops under pointer and focus. */
  show: (toast: ToastMessage) => void
}

/** One queue for the page, so that a message outlives the screen that showed it. */
const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

const controls: ToastControls = {
  show(toast) {
    if (toast.kind === 'danger') queue.add(toast)
    else queue.add(toast, { timeout: toast.undo || toast.action ? 12_000 : 6_000 })
  },
}

/** The way to show a toast from any screen; `Toasts` stands once in the app. */
export function useToasts(): ToastControls {
  return controls
}

const icons = { success: SuccessIcon, info: InfoIcon, danger: ErrorIcon }

/** The toasts of the app at the lower left, where they cover neither actions nor the side panel. */
export function Toasts() {
  const { t } = useTranslation('ui')
  return (
    <ToastRegion queue={queue} aria-label={t('notifications')} className={styles.region ?? ''}>
      {({ toast }) => {
        const { message, kind = 'success', undo, action } = toast.content
        const Icon = icons[kind]
        const doAndClose = (work: () => void) => () => {
          work()
          queue.close(toast.key)
        }
        return (
          <Toast toast={toast} className={cx(styles.toast, styles[kind])}>
            <Icon aria-hidden size={18} />
            <ToastContent className={styles.content ?? ''}>
              <Text slot="title">{message}</Text>
            </ToastContent>
            {action && (
              <Button isSmall onPress={doAndClose(action.onAction)}>
                {action.label}
              </Button>
            )}
            {undo && (
              <Button isSmall icon={UndoIcon} onPress={doAndClose(undo)}>
                {t('undo')}
              </Button>
            )}
            <IconButton
              isSmall
              slot="close"
              icon={CloseIcon}
              label={t('close')}
              hasTooltip={false}
              onPress={() => queue.close(toast.key)}
            />
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
