import { ListBox, ListBoxItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ComparedPerson, DuplicatePair } from '../../../shared/contract/duplicates.ts'
import { listName } from '../../../shared/values/names.ts'
import styles from './Duplicates.module.css'

/** Names a pair among the others. */
export const pairKey = ({ first, second }: { first: ComparedPerson; second: ComparedPerson }) =>
  `${first.id} ${second.id}`

interface PairListProps {
  rows: readonly DuplicatePair[]
  shownKey: string
  onShow: (key: string) => void
  /** Opens a pair: Enter, or a double click. Left out for those who only look. */
  onOne?: (() => void) | undefined
  /** Called by Delete. Left out for those who only look. */
  onTwo?: (() => void) | undefined
}

/** The pairs, to go through by arrow keys: the one with the focus is shown beside the list. */
export function PairList({ rows, shownKey, onShow, onOne, onTwo }: PairListProps) {
  const { t } = useTranslation('duplicates')
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Delete' || !onTwo) return
        event.preventDefault()
        onTwo()
      }}
    >
      <ListBox
        aria-label={t('pairs')}
        items={rows.map((row) => ({ ...row, id: pairKey(row) }))}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[shownKey]}
        onSelectionChange={(keys) => {
          for (const key of keys) onShow(String(key))
        }}
        {...(onOne ? { onAction: onOne } : {})}
        className={styles.list ?? ''}
      >
        {(pair) => (
          <ListBoxItem textValue={listName(pair.first)} className={styles.pair ?? ''}>
            <span className={styles.names}>
              <span>{listName(pair.first)}</span>
              <span>{listName(pair.second)}</span>
            </span>
            <span className={styles.under}>{t(`core:words.duplicateEvidence.${pair.evidence}`)}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  )
}
