import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkOf } from '../../../shared/contract/today.ts'
import type { WorkListRows } from '../../../shared/contract/workLists.ts'
import type { WorkListId } from '../../../shared/rules/workLists.ts'
import { failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SuccessIcon } from '../../ui/icons.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useWorkList } from './useWorkList.ts'
import styles from './Today.module.css'

interface WorkListFrameProps<List extends WorkListId> {
  list: List
  of: WorkOf
  /** Draws the rows that are shown. */
  children: (rows: readonly WorkListRows[List][]) => ReactNode
}

/** The most urgent rows of a list with what to do about them; the rest is a press away. */
export function WorkListFrame<List extends WorkListId>({ list, of, children }: WorkListFrameProps<List>) {
  const { t } = useTranslation('today')
  const say = useFailureText()
  const name: WorkListId = list
  const { rows, error, refetch, next, rest, showMore } = useWorkList(list, of)
  if (error) return <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />
  if (rows === undefined) return <Skeleton lines={6} />
  if (rows.length === 0) return <EmptyState title={t('work.listDone')} icon={SuccessIcon} />
  return (
    <>
      <p className={styles.note}>{t(`notes.${name}`)}</p>
      {children(rows)}
      {rest > 0 && (
        <p className={styles.more}>
          {next > 0 ? (
            <Button isSmall onPress={showMore}>
              {t('work.more', { next, rest })}
            </Button>
          ) : (
            t('work.restInExport', { rest })
          )}
        </p>
      )}
    </>
  )
}
