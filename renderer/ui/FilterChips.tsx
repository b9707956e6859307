import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { CloseIcon } from './icons.ts'
import styles from './FilterChips.module.css'

export interface FilterChipsProps {
  /** The filters in use, each with the words that say what it keeps, such as "Level: 4". */
  chips: readonly {
    /** Its name in code. */
    readonly id: string
    /** What it keeps. */
    readonly label: string
  }[]
  /** What the chips are, for screen readers; "Filters in use" unless told. */
  label?: string
  /** Called to take one filter off. */
  onRemove: (id: string) => void
  /** Called to take all of them off; the button shows from two filters up. */
  onClearAll?: () => void
}

/** The filters in use as chips; each can be taken off by its cross, or by Delete on the keyboard. */
export function FilterChips({ chips, label, onRemove, onClearAll }: FilterChipsProps) {
  const { t } = useTranslation('ui')
  if (chips.length === 0) return null
  return (
    <div className={styles.row}>
      <TagGroup
        aria-label={label ?? t('filters')}
        onRemove={(keys) => keys.forEach((key) => onRemove(String(key)))}
      >
        <TagList items={chips} className={styles.list ?? ''}>
          {(chip) => (
            <Tag textValue={chip.label} className={styles.chip ?? ''}>
              {chip.label}
              <AriaButton
                slot="remove"
                aria-label={t('remove', { label: chip.label })}
                className={styles.cross ?? ''}
              >
                <CloseIcon aria-hidden size={14} />
              </AriaButton>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {onClearAll && chips.length > 1 && (
        <Button variant="quiet" isSmall onPress={onClearAll}>
          {t('clearAll')}
        </Button>
      )}
    </div>
  )
}
