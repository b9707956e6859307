import { Fragment, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { DialogFrame, dialogStyles, type DialogFrameProps } from './Dialog.tsx'
import { Form } from './Form.tsx'
import { FormErrors, type FieldErrorItem } from './FormErrors.tsx'

export interface FormDialogProps extends Pick<DialogFrameProps, 'isOpen' | 'title' | 'size'> {
  /** The fields. */
  children: ReactNode
  /** The verb on the button that saves, such as "Save learner". */
  submitLabel: string
  /** Called when the form is sent. */
  onSubmit: () => void
  /** Called on Cancel and Escape; if something was typed, after the question whether to discard it. */
  onCancel: () => void
  /** True while it is being saved. */
  isPending?: boolean
  /** True once a choice in a list or a calendar differs from the start; typing and ticking are noticed anyway. */
  hasChanges?: boolean
  /** True where it can be sent as it stands: the button that sends it has the focus, and Enter is enough. */
  isReadyToSend?: boolean
  /** Whether sending it destroys something: its button turns red. */
  isDestructive?: boolean
  /** What to put right, listed above the fields after a refusal. */
  errors?: readonly FieldErrorItem[]
}

/** A form in a dialog. Nothing typed is lost by a slip: leaving it asks first, in its own foot. */
export function FormDialog(props: FormDialogProps) {
  // Mounted anew each time it opens, so that no edit of an earlier time is remembered.
  return props.isOpen ? <OpenFormDialog {...props} /> : null
}

function OpenFormDialog(props: FormDialogProps) {
  const {
    title,
    size = 'small',
    children,
    submitLabel,
    onSubmit,
    onCancel,
    isPending,
    errors,
    isReadyToSend,
  } = props
  const { t } = useTranslation('ui')
  const [isTyped, setTyped] = useState(false)
  const [isAsking, setAsking] = useState(false)
  function askToLeave() {
    if (isAsking) setAsking(false)
    else if (isTyped || props.hasChanges) setAsking(true)
    else onCancel()
  }
  // The keys keep the two feet apart: a reused button would turn into the one that saves while it is pressed.
  const saving = (
    <Fragment key="saving">
      <Button onPress={askToLeave}>{t('cancel')}</Button>
      <Button
        variant={props.isDestructive ? 'danger' : 'primary'}
        type="submit"
        isPending={isPending ?? false}
        autoFocus={isReadyToSend ?? false}
      >
        {submitLabel}
      </Button>
    </Fragment>
  )
  const asking = (
    <Fragment key="asking">
      <span role="alert" className={dialogStyles.question}>
        {t('discardQuestion')}
      </span>
      <Button onPress={() => setAsking(false)} autoFocus>
        {t('keepEditing')}
      </Button>
      <Button variant="danger" onPress={onCancel}>
        {t('discard')}
      </Button>
    </Fragment>
  )
  return (
    <DialogFrame isOpen onClose={askToLeave} title={title} size={size}>
      <Form onSubmit={onSubmit} onEdit={() => setTyped(true)} className={dialogStyles.form}>
        <div className={dialogStyles.body}>
          <FormErrors errors={errors ?? []} />
          {children}
        </div>
        <div className={dialogStyles.footer}>{isAsking ? asking : saving}</div>
      </Form>
    </DialogFrame>
  )
}
