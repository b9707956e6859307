import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PastMerge, UnmergePreview } from '../../../shared/contract/merges.ts'
import { mergedFacts, type MergedFact } from '../../../shared/rules/merging.ts'
import { displayName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useFailureText } from '../../useFailureText.ts'
import styles from './Merges.module.css'
import { useMergeWords } from './useMergeWords.ts'

/** Shows what goes back and what stays before a merge is taken apart. */
export function UnmergeDialog({ merge, onClose }: { merge: PastMerge; onClose: () => void }) {
  const { t } = useTranslation('merges')
  const say = useFailureText()
  const toasts = useToasts()
  const { mergeId } = merge
  const preview = useQuery({
    ...api.merges.unmergePreview.queryOptions({ input: { mergeId } }),
    // Once it is taken apart there is nothing to look at.
    gcTime: 0,
  })
  const unmerge = useCommand(api.merges.unmerge)
  const names = { kept: displayName(merge.kept), other: displayName(merge.other) }
  const submit = ({ signature }: UnmergePreview) =>
    unmerge.run(
      { mergeId, signature },
      {
        onSuccess: () => {
          toasts.show({ message: t('unmerge.done', names) })
          onClose()
        },
      },
    )
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="large"
      title={t('unmerge.title')}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {t('unmerge.leave')}
          </Button>
          <Button
            variant="danger"
            isDisabled={!preview.data}
            isPending={unmerge.isPending}
            onPress={() => preview.data && submit(preview.data)}
          >
            {t('unmerge.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        {unmerge.failure && (
          <InlineError
            action={
              <Button isSmall onPress={() => void preview.refetch()}>
                {t('unmerge.lookAgain')}
              </Button>
            }
          >
            {unmerge.failure.message}
          </InlineError>
        )}
        {preview.isPending && <Skeleton height="14rem" />}
        {preview.isLoadingError && (
          <ErrorState
            message={say(failureFrom(preview.error)).message}
            onRetry={() => void preview.refetch()}
          />
        )}
        {preview.data && <WhatComesApart preview={preview.data} />}
      </div>
    </Dialog>
  )
}

const isFact = (field: string): field is MergedFact => (mergedFacts as readonly string[]).includes(field)

function WhatComesApart({ preview }: { preview: UnmergePreview }) {
  const { t, i18n } = useTranslation('merges')
  const { factName, factText, moment, personText } = useMergeWords()
  const { merge, returns, staying, since, lost } = preview
  const number = new Intl.NumberFormat(i18n.language)
  const fieldName = (field: string) => (isFact(field) ? factName(field) : t(`fields.${field}`))
  const valueText = (field: string, value: string | null) =>
    isFact(field) ? factText(field, value) : (value ?? t('fact.empty'))
  return (
    <>
      <p className={styles.quiet}>
        {t('unmerge.lead', { kept: personText(merge.kept), other: personText(merge.other) })}
      </p>
      <section className={styles.panel}>
        <h3 className={styles.side}>{t('unmerge.goesBack')}</h3>
        {returns.length === 0 ? (
          <p className={styles.quiet}>{t('unmerge.factsOnly')}</p>
        ) : (
          <KeyValueList
            items={returns.map(({ kind, count }) => ({
              label: t(`kinds.${kind}`),
              value: number.format(count),
            }))}
          />
        )}
      </section>
      {lost > 0 && <Notice kind="warning">{t('unmerge.lost', { count: lost })}</Notice>}
      {staying.length > 0 && (
        <SimpleTable
          caption={t('unmerge.staying')}
          hasVisibleCaption
          rows={staying}
          rowKey={({ table, field, before, now }) => `${table} ${field} ${before} ${now}`}
          columns={[
            {
              ...{ id: 'field', label: t('unmerge.value'), isRowHeader: true },
              cell: ({ field }) => fieldName(field),
            },
            { id: 'now', label: t('unmerge.now'), cell: ({ field, now }) => valueText(field, now) },
            {
              ...{ id: 'before', label: t('unmerge.before') },
              cell: ({ field, before }) => valueText(field, before),
            },
          ]}
        />
      )}
      {since.total > 0 && (
        <SimpleTable
          caption={t('unmerge.since', { count: since.total })}
          hasVisibleCaption
          rows={since.rows}
          rowKey={({ key }) => key}
          columns={[
            { id: 'at', label: t('past.when'), isRowHeader: true, cell: ({ at }) => moment(at) },
            { id: 'who', label: t('past.who'), cell: ({ who }) => who },
            { id: 'action', label: t('unmerge.what'), cell: ({ action }) => action },
          ]}
        />
      )}
      {since.total === 0 && staying.length === 0 && (
        <p className={styles.quiet}>{t('unmerge.nothingSince')}</p>
      )}
    </>
  )
}
