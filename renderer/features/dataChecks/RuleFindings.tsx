import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckFinding, RuleCount } from '../../../shared/contract/dataChecks.ts'
import { api, failureFrom } from '../../api.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SuccessIcon } from '../../ui/icons.ts'
import { offsetWithin, Pager } from '../../ui/Pager.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import styles from './DataChecks.module.css'
import { EditInPlace, editedRecord, type EditedRecord } from './EditInPlace.tsx'
import { FindingsTable } from './FindingsTable.tsx'

/** As many as one reads in a sitting; the page stays quick with thousands of findings. */
const pageSize = 50

/** What one rule found: to put right, to accept, or to see what was accepted. */
export function RuleFindings({ count: { rule, open, accepted } }: { count: RuleCount }) {
  const { t } = useTranslation('dataChecks')
  const say = useFailureText()
  const toasts = useToasts()
  const [isAccepted, setAccepted] = useState(false)
  const [asked, setOffset] = useState(0)
  const [accepting, setAccepting] = useState<CheckFinding | null>(null)
  const [editing, setEditing] = useState<EditedRecord | null>(null)
  // The last finding of the last page may just have been put right.
  const total = isAccepted ? accepted : open
  const offset = offsetWithin(asked, pageSize, total)
  const show = isAccepted ? 'accepted' : 'open'
  const { data, error, refetch } = useQuery(
    api.dataChecks.findings.queryOptions({
      input: { rule, show, offset, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  function choose(value: boolean) {
    setAccepted(value)
    setOffset(0)
  }
  async function edit(finding: CheckFinding) {
    try {
      setEditing(await editedRecord(finding))
    } catch (failed) {
      toasts.show({ message: say(failureFrom(failed)).message, kind: 'danger' })
    }
  }
  return (
    <Card title={t(`core:words.dataChecks.${rule}`)}>
      <div className={styles.findings}>
        <p className={styles.meaning}>{t(`meanings.${rule}`)}</p>
        <Switch isSelected={isAccepted} onChange={choose}>
          {t('showAccepted')}
        </Switch>
        {error && <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data &&
          (data.total === 0 ? (
            <EmptyState title={t(isAccepted ? 'noneAccepted' : 'noneOpen')} icon={SuccessIcon} />
          ) : (
            <FindingsTable
              rows={data.rows}
              rule={rule}
              onAccept={setAccepting}
              onEdit={(finding) => void edit(finding)}
            />
          ))}
        {data && <Pager offset={offset} pageSize={pageSize} total={data.total} onChange={setOffset} />}
      </div>
      {accepting && <AcceptDialog finding={accepting} onClose={() => setAccepting(null)} />}
      {editing && <EditInPlace record={editing} onClose={() => setEditing(null)} />}
    </Card>
  )
}
