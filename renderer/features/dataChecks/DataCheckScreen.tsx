import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Redirect, useParams } from 'wouter'
import type { RuleCount } from '../../../shared/contract/dataChecks.ts'
import type { CheckSeverity } from '../../../shared/rules/dataChecks/rule.ts'
import { api, failureFrom } from '../../api.ts'
import { maySeeDuplicates } from '../../../shared/contract/duplicates.ts'
import { CompareSheetButton } from '../attendance/CompareSheetButton.tsx'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'
import { useMay } from '../../shell/session.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SuccessIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useLongQuery } from '../../useLongQuery.ts'
import { duplicatesPath } from '../duplicates/duplicatePaths.ts'
import { dataCheckPath } from './dataCheckPaths.ts'
import styles from './DataChecks.module.css'
import { FindingCount } from './FindingCount.tsx'
import { RuleFindings } from './RuleFindings.tsx'

const meanings: Record<CheckSeverity, Meaning> = { contradictory: 'danger', missing: 'warning', odd: 'info' }

function RuleLine({ count, isShown }: { count: RuleCount; isShown: boolean }) {
  const { t } = useTranslation('dataChecks')
  const { rule, severity, open, accepted } = count
  return (
    <li className={styles.rule} data-shown={isShown || undefined}>
      <Link isQuiet href={`#${dataCheckPath(rule)}`} {...(isShown ? { 'aria-current': 'page' } : {})}>
        {t(`core:words.dataChecks.${rule}`)}
      </Link>
      <span className={styles.counts}>
        {open === 0 ? (
          <StatusDot kind="success">{t('open', { count: open })}</StatusDot>
        ) : (
          <>
            <StatusDot kind={meanings[severity]}>{t(`severities.${severity}`)}</StatusDot>
            <FindingCount rule={rule} show="open" text={t('open', { count: open })} />
          </>
        )}
        {accepted > 0 && (
          <FindingCount rule={rule} show="accepted" text={t('accepted', { count: accepted })} />
        )}
      </span>
    </li>
  )
}

/** How many pairs of records may be one person: found across all records, so only for those who see all. */
function DuplicatesLink() {
  const { t } = useTranslation('dataChecks')
  const maySee = useMay(...maySeeDuplicates)
  const { data } = useLongQuery(api.duplicates.count, {}, { enabled: maySee })
  return data ? <Link href={`#${duplicatesPath}`}>{t('duplicates', { count: data.open })}</Link> : null
}

/** What is missing, odd or contradictory in the records, rule by rule. */
export function DataCheckScreen() {
  const { t } = useTranslation('dataChecks')
  const say = useFailureText()
  const { rule } = useParams()
  const { data, error, refetch } = useQuery(api.dataChecks.overview.queryOptions({ input: {} }))
  const shown = data?.find((one) => one.rule === rule)
  const first = data?.find(({ open }) => open > 0)
  // By its address the rule stays open when its last finding is put right: nothing jumps under the hand.
  if (first && !shown) return <Redirect to={dataCheckPath(first.rule)} replace />
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          <>
            <DuplicatesLink />
            <CompareSheetButton />
          </>
        }
      />
      <OwnClassesNotice />
      {error && <ErrorState message={say(failureFrom(error)).message} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} />}
      {data && (
        <div className={styles.screen}>
          <nav aria-label={t('rules')}>
            <ul className={styles.rules}>
              {data.map((count) => (
                <RuleLine key={count.rule} count={count} isShown={count.rule === shown?.rule} />
              ))}
            </ul>
          </nav>
          {shown ? (
            <RuleFindings key={shown.rule} count={shown} />
          ) : (
            <EmptyState title={t('allFine')} icon={SuccessIcon}>
              {t('allFineHint')}
            </EmptyState>
          )}
        </div>
      )}
    </>
  )
}
