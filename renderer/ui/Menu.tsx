import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button, type ButtonVariant } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import { MoreIcon, OpenListIcon, type Icon } from './icons.ts'
import overlay from './ListOverlay.module.css'
import styles from './Menu.module.css'

/** One thing that can be done from a menu, or a line between groups of them. */
export type MenuAction =
  | 'separator'
  | {
      /** Its name in code. */
      readonly id: string
      /** The words: a verb and its object. */
      readonly label: string
      /** A quieter line under the words. */
      readonly detail?: string
      /** An icon before the words. */
      readonly icon?: Icon
      /** What it does. */
      readonly onAction: () => void
      /** Whether it destroys something. */
      readonly isDanger?: boolean
      /** Shown but not to be chosen now. */
      readonly isDisabled?: boolean
    }

export interface MenuButtonProps {
  /** The words on the button; or, with `isIconOnly`, its name. */
  label?: string
  /** The actions, in the order shown. */
  actions: readonly MenuAction[]
  /** Shows three dots instead of the words. */
  isIconOnly?: boolean
  /** An icon before the words. */
  icon?: Icon
  /** How much the button asks for attention. */
  variant?: ButtonVariant
  /** Whether the button can't be used now. */
  isDisabled?: boolean
}

/** A button that opens a list of actions. */
export function MenuButton(props: MenuButtonProps) {
  const { label, actions, isIconOnly, icon, variant, isDisabled } = props
  const { t } = useTranslation('ui')
  const name = label ?? t('moreActions')
  return (
    <MenuTrigger>
      {isIconOnly ? (
        <IconButton
          icon={icon ?? MoreIcon}
          label={name}
          isDisabled={isDisabled ?? false}
          hasTooltip={false}
        />
      ) : (
        <Button icon={icon} variant={variant ?? 'secondary'} isDisabled={isDisabled ?? false}>
          <span className={styles.words}>
            {name}
            <OpenListIcon aria-hidden size={16} />
          </span>
        </Button>
      )}
      <Popover className={overlay.popover ?? ''} offset={4}>
        <AriaMenu className={overlay.list ?? ''} aria-label={name}>
          {actions.map((action, index) =>
            action === 'separator' ? (
              <Separator key={`separator ${index}`} className={overlay.separator ?? ''} />
            ) : (
              <MenuActionItem key={action.id} action={action} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuActionItem({ action }: { action: Exclude<MenuAction, 'separator'> }) {
  const { icon: Icon } = action
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      onAction={action.onAction}
      isDisabled={action.isDisabled ?? false}
      data-danger={action.isDanger ? '' : undefined}
      className={overlay.item ?? ''}
    >
      {Icon && <Icon aria-hidden size={16} />}
      <span className={overlay.words}>
        <span>{action.label}</span>
        {action.detail !== undefined && <span className={overlay.detail}>{action.detail}</span>}
      </span>
    </MenuItem>
  )
}
