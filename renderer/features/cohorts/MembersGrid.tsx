import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import type { CohortMember } from '../../../shared/contract/cohortValues.ts'
import { needsNote, reasonsFor } from '../../../shared/rules/memberProblems.ts'
import { listName } from '../../../shared/values/names.ts'
import { memberOutcomes, type LeavingReason } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryGrid } from '../../ui/EntryGrid.tsx'
import type { EntryChange, EntryColumn } from '../../ui/entryColumns.ts'
import { DeleteIcon } from '../../ui/icons.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Link } from '../../ui/Link.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { draftsOfOthers } from './draftsOfOthers.ts'
import { ExportMembers } from './ExportCohorts.tsx'
import {
  changeMemberCells,
  memberChange,
  memberEntries,
  memberEntryProblems,
  needsALook,
  outcomeIn,
  startEveryone,
  type MemberDrafts,
  type MemberEntry,
  type MemberField,
} from './memberEntries.ts'
import { RemoveMemberDialog } from './RemoveMemberDialog.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useDays } from './useDays.ts'
import { useProblemText } from './useProblemText.ts'
import styles from './Cohorts.module.css'

const nothing: MemberDrafts = {}

function useColumns(
  cohort: CohortDetails,
  serverError: (entry: MemberEntry, field: MemberField) => string | undefined,
  onRemove: (member: CohortMember) => void,
): EntryColumn<MemberEntry>[] {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const say = useProblemText()
  const stateOf = (field: MemberField) => (entry: MemberEntry) => {
    const problem = memberEntryProblems(entry, cohort, today)[field]
    return { error: problem ? say(problem) : serverError(entry, field) }
  }
  const reasons = ({ values }: MemberEntry) =>
    reasonsFor(outcomeIn(values)).map((id) => ({ id, label: t(`core:words.leavingReasons.${id}`) }))
  return [
    {
      id: 'name',
      label: t('columns.name'),
      kind: 'shown',
      width: '11.5rem',
      cell: ({ member }) => (
        <Link isQuiet href={`#/learners/${member.learnerId}`}>
          {listName(member)}
        </Link>
      ),
    },
    {
      id: 'entryLevel',
      label: t('columns.entryLevel'),
      kind: 'shown',
      width: '4.5rem',
      isNumeric: true,
      cell: ({ member }) => member.entryLevel ?? '',
    },
    {
      id: 'startedOn',
      label: t('columns.startedOn'),
      kind: 'date',
      width: '7.5rem',
      latest: today,
      value: ({ values }) => values.startedOn,
      state: stateOf('startedOn'),
    },
    {
      id: 'outcome',
      label: t('columns.outcome'),
      kind: 'select',
      width: '8.75rem',
      options: memberOutcomes.map((id) => ({ id, label: t(`core:words.memberOutcomes.${id}`) })),
      value: ({ values }) => values.outcome,
      state: stateOf('outcome'),
    },
    {
      id: 'outcomeOn',
      label: t('columns.outcomeOn'),
      kind: 'date',
      width: '7.5rem',
      latest: today,
      value: ({ values }) => values.outcomeOn,
      state: (entry) => ({
        ...stateOf('outcomeOn')(entry),
        isReadOnly: outcomeIn(entry.values) === 'stillIn' && entry.values.outcomeOn === '',
      }),
    },
    {
      id: 'reason',
      label: t('columns.reason'),
      kind: 'select',
      width: '10.5rem',
      options: reasons,
      value: ({ values }) => values.reason,
      state: (entry) => ({ ...stateOf('reason')(entry), isReadOnly: reasons(entry).length === 0 }),
    },
    {
      id: 'reasonNote',
      label: t('columns.reasonNote'),
      kind: 'text',
      width: '9rem',
      value: ({ values }) => values.reasonNote,
      state: (entry) => ({
        ...stateOf('reasonNote')(entry),
        isReadOnly: reasons(entry).length === 0,
        hint: needsNote(entry.values.reason as LeavingReason) ? t('members.noteNeeded') : undefined,
      }),
    },
    {
      id: 'remove',
      label: t('columns.remove'),
      kind: 'shown',
      width: '3rem',
      cell: ({ member }) => (
        <IconButton
          isSmall
          icon={DeleteIcon}
          label={t('members.remove', { name: listName(member) })}
          onPress={() => onRemove(member)}
        />
      ),
    },
  ]
}

interface MembersGridProps {
  /** The cohort with the members to show; what is typed for others stays typed. */
  cohort: CohortDetails
  /** Leaves out what is not about starts and outcomes, to fit a dialog. */
  isShort?: boolean
}

const notInShort: readonly string[] = ['entryLevel', 'remove']

/** Starts, outcomes, dates and reasons of the whole cohort on one grid, saved together. */
export function MembersGrid({ cohort, isShort = false }: MembersGridProps) {
  const { t } = useTranslation('cohorts')
  const { today } = useSession()
  const { day } = useDays()
  const toasts = useToasts()
  const [drafts, setDrafts] = useDraft<MemberDrafts>(`members ${cohort.id}`, nothing)
  const [sent, setSent] = useState<readonly number[]>([])
  const [removing, setRemoving] = useState<CohortMember | null>(null)
  const save = useCommand(api.cohorts.changeMembers)
  const entries = memberEntries(cohort.memberRows, drafts)
  const changed = entries.filter(({ isChanged }) => isChanged)
  const toMend = changed.filter((entry) => needsALook(entry, cohort, today))
  const refused = ({ member }: MemberEntry, field: MemberField) =>
    save.failure?.fields[`members.${sent.indexOf(member.memberId)}.${field}`]
  const allColumns = useColumns(cohort, refused, setRemoving)
  const columns = isShort ? allColumns.filter(({ id }) => !notInShort.includes(id)) : allColumns
  const starting = startEveryone(entries, cohort.startDate)

  function change(changes: readonly EntryChange[]) {
    save.reset()
    setDrafts(changeMemberCells(entries, drafts, changes, cohort, today))
  }
  const forget = () => setDrafts((typed) => draftsOfOthers(typed, cohort.memberRows) ?? nothing)
  function send() {
    setSent(changed.map(({ member }) => member.memberId))
    save.run(
      { cohortId: cohort.id, members: changed.map(memberChange) },
      {
        onSuccess: () => {
          forget()
          toasts.show({ message: t('members.saved', { count: changed.length }) })
        },
      },
    )
  }
  return (
    <div className={styles.page}>
      {!isShort && (
        <div className={styles.toolbar}>
          <Button
            isSmall
            isDisabled={starting.length === 0 || cohort.startDate > today}
            onPress={() => change(starting)}
          >
            {t('members.startAll', { day: day(cohort.startDate), count: starting.length })}
          </Button>
          <div className={styles.toolbarEnd}>
            <ExportMembers cohortId={cohort.id} />
          </div>
        </div>
      )}
      <EntryGrid
        label={t('tabs.members')}
        columns={columns}
        rows={entries}
        rowKey={({ member }) => member.memberId}
        onChange={change}
        today={today}
      />
      <SaveBar
        changed={changed.length}
        toMend={toMend.length}
        onSave={send}
        onDiscard={() => {
          save.reset()
          forget()
        }}
        isPending={save.isPending}
        failure={save.failure}
      />
      {removing && <RemoveMemberDialog cohort={cohort} member={removing} onClose={() => setRemoving(null)} />}
    </div>
  )
}
