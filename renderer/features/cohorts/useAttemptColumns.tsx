import { useTranslation } from 'react-i18next'
import type { Credential } from '../../../shared/contract/tracks.ts'
import { listName } from '../../../shared/values/names.ts'
import { attemptResults } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../shell/session.ts'
import { useLocalText } from '../../useLocalText.ts'
import type { EntryColumn, EntryState } from '../../ui/entryColumns.ts'
import { Link } from '../../ui/Link.tsx'
import {
  cellOf,
  isOpen,
  missingHalf,
  reasonCell,
  valueIn,
  type AttemptGridRow,
  type Sitting,
  type RowProblems,
  type SittingField,
} from './attemptEntries.ts'
import { MemberStanding } from './MemberStanding.tsx'
import { useProblemText } from './useProblemText.ts'

/** A row with what the rules say of it. */
export interface CheckedRow extends AttemptGridRow {
  problems: RowProblems
  /** True if a sitting in it can only stand with a reason. */
  asksReason: boolean
}

interface AttemptColumns {
  credential: Credential
  /** The sittings that have columns. */
  sittings: readonly Sitting[]
  /** Whether a column for the reason is needed. */
  asksReason: boolean
  mayRecord: boolean
  /** The core's word on a sitting of the last save, by `member number part`. */
  refused: (key: string) => string | undefined
}

/** The columns of the grid of attempts: for each sitting its day and its result. */
export function useAttemptColumns(options: AttemptColumns): EntryColumn<CheckedRow>[] {
  const { credential, sittings, asksReason, mayRecord, refused } = options
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const sayProblem = useProblemText()
  const { today } = useSession()
  const partName = (key: string) => say(credential.parts.find((part) => part.key === key)!.name)
  const results = attemptResults.map((id) => ({ id, label: t(`core:words.attemptResults.${id}`) }))

  const stateOf =
    (sitting: Sitting, field: SittingField) =>
    (entry: CheckedRow): EntryState => {
      const problem = entry.problems.get(cellOf(sitting, field))
      const server =
        field === 'takenOn' ? refused(`${entry.row.memberId} ${sitting.number} ${sitting.part}`) : undefined
      return {
        error: problem ? sayProblem(problem) : server,
        hint: missingHalf(entry.values, sitting) === field ? t('attempts.otherHalf') : undefined,
        isReadOnly: !mayRecord || !isOpen(entry, sitting),
      }
    }
  const ofSitting = (sitting: Sitting): EntryColumn<CheckedRow>[] => {
    const name = { part: partName(sitting.part), number: sitting.number }
    return [
      {
        id: cellOf(sitting, 'takenOn'),
        label: t('attempts.takenOn', name),
        kind: 'date',
        width: '7.5rem',
        latest: today,
        value: ({ values }) => valueIn(values, sitting, 'takenOn'),
        state: stateOf(sitting, 'takenOn'),
      },
      {
        id: cellOf(sitting, 'result'),
        label: t('attempts.result', name),
        kind: 'select',
        width: '7.25rem',
        options: results,
        value: ({ values }) => valueIn(values, sitting, 'result'),
        state: stateOf(sitting, 'result'),
      },
    ]
  }
  const reason: EntryColumn<CheckedRow> = {
    id: reasonCell,
    label: t('attempts.overrideReason'),
    kind: 'text',
    width: '14rem',
    value: ({ values }) => values[reasonCell] ?? '',
    state: ({ asksReason: isAsked }) => ({
      isReadOnly: !mayRecord || !isAsked,
      hint: isAsked ? t('attempts.overrideHint') : undefined,
    }),
  }
  return [
    {
      id: 'name',
      label: t('columns.name'),
      kind: 'shown',
      width: '11.5rem',
      cell: ({ row }) => (
        <Link isQuiet href={`#/learners/${row.learnerId}`}>
          {listName(row)}
        </Link>
      ),
    },
    {
      id: 'standing',
      label: t('columns.standing'),
      kind: 'shown',
      width: '12rem',
      cell: ({ row }) => <MemberStanding row={row} credential={credential} />,
    },
    ...sittings.flatMap(ofSitting),
    ...(asksReason ? [reason] : []),
  ]
}
