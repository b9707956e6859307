import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { AttemptRow } from '../../../shared/contract/cohortValues.ts'
import type { Credential } from '../../../shared/contract/tracks.ts'
import { credentialRules } from '../../../shared/rules/certification.ts'
import { api } from '../../api.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import { useLocalText } from '../../useLocalText.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryGrid } from '../../ui/EntryGrid.tsx'
import type { EntryChange } from '../../ui/entryColumns.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import {
  attemptChanges,
  attemptGridRows,
  changeAttemptCells,
  isIncomplete,
  needsReason,
  rowProblems,
  shownSittings,
  sittingsOf,
  type AttemptDrafts,
} from './attemptEntries.ts'
import { draftsOfOthers } from './draftsOfOthers.ts'
import { SaveBar } from './SaveBar.tsx'
import { useAttemptColumns } from './useAttemptColumns.tsx'
import styles from './Cohorts.module.css'

interface AttemptsGridProps {
  cohort: Pick<CohortDetails, 'id'>
  credential: Credential
  /** How many sittings of each part there is room for. */
  columns: number
  /** The members to show; what is typed for others stays typed. */
  rows: readonly AttemptRow[]
}

const nothing: AttemptDrafts = {}

/** Part × attempt for the whole cohort, checked while it is typed and saved together. */
export function AttemptsGrid({ cohort, credential, columns, rows }: AttemptsGridProps) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const { today } = useSession()
  const mayRecord = useMay('director', 'coordinator')
  const toasts = useToasts()
  const [drafts, setDrafts] = useDraft<AttemptDrafts>(`attempts ${cohort.id}`, nothing)
  const [hasExtra, setExtra] = useState(false)
  const [sent, setSent] = useState<readonly string[]>([])
  const record = useCommand(api.attempts.record)
  const rules = credentialRules(credential)
  const sittings = sittingsOf(credential, columns + (hasExtra ? 1 : 0))
  const entries = attemptGridRows(rows, drafts)
  const withProblems = entries.map((entry) => ({
    ...entry,
    problems: rowProblems(entry, sittings, rules, today),
    asksReason: needsReason(rowProblems(entry, sittings, rules, today, true)),
  }))
  const changed = withProblems.filter(({ isChanged }) => isChanged)
  const toMend = changed.filter((entry) => entry.problems.size > 0 || isIncomplete(entry, sittings))
  const gridColumns = useAttemptColumns({
    credential,
    sittings: shownSittings(entries, sittings),
    asksReason: withProblems.some(({ asksReason }) => asksReason),
    mayRecord,
    refused: (key) => record.failure?.fields[`attempts.${sent.indexOf(key)}.takenOn`],
  })
  const isExhausted = rows.some(({ warnings }) => warnings.some(({ kind }) => kind === 'noAttemptsLeft'))

  function change(changes: readonly EntryChange[]) {
    record.reset()
    setDrafts(changeAttemptCells(entries, drafts, changes))
  }
  const forget = () => setDrafts((typed) => draftsOfOthers(typed, rows) ?? nothing)
  function send() {
    const attempts = changed.flatMap((entry) => attemptChanges(entry, sittings, rules, today))
    setSent(attempts.map(({ memberId, part, number }) => `${memberId} ${number} ${part}`))
    record.run(
      { cohortId: cohort.id, attempts },
      {
        onSuccess: ({ recorded, removed }) => {
          forget()
          toasts.show({ message: t('attempts.saved', { recorded, removed }) })
        },
      },
    )
  }
  return (
    <div className={styles.page}>
      <div className={styles.toolbar}>
        <p className={styles.quiet}>
          {t('attempts.rules', {
            credential: say(credential.name),
            limit: credential.attemptLimit ?? 0,
            months: credential.windowMonths ?? 0,
          })}
        </p>
        {mayRecord && isExhausted && !hasExtra && (
          <Button isSmall onPress={() => setExtra(true)}>
            {t('attempts.extra')}
          </Button>
        )}
      </div>
      <EntryGrid
        label={t('attempts.gridLabel')}
        columns={gridColumns}
        rows={withProblems}
        rowKey={({ row }) => row.memberId}
        onChange={change}
        today={today}
      />
      {mayRecord && (
        <SaveBar
          changed={changed.length}
          toMend={toMend.length}
          onSave={send}
          onDiscard={() => {
            record.reset()
            forget()
          }}
          isPending={record.isPending}
          failure={record.failure}
        />
      )}
    </div>
  )
}
