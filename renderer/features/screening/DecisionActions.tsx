import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultFilter } from '../../../shared/contract/screenings.ts'
import { decisions, type Decision } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { DateTextField } from '../../ui/DateTextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import type { RowSelection } from '../../ui/rowSelection.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'

interface DecisionActionsProps {
  screeningId: number
  /** The rows selected, and the filters behind "all". */
  selection: RowSelection<number>
  filter: ResultFilter
  count: number
  onDecided: () => void
}

/** Why, and when to look again. */
interface DecisionWords {
  reason: string
  lookAgainOn: string | null
}

const noWords: DecisionWords = { reason: '', lookAgainOn: null }

const whomOf = ({ kind, ids }: RowSelection<number>, filter: ResultFilter) =>
  kind === 'some'
    ? { kind: 'chosen' as const, learnerIds: [...ids] }
    : { kind: 'shown' as const, filter, exceptLearnerIds: [...ids] }

/** The four decisions for the selected learners. What goes against a result asks for its reason first. */
export function DecisionActions(props: DecisionActionsProps) {
  const { screeningId, selection, filter, count, onDecided } = props
  const { t } = useTranslation('screening')
  const toasts = useToasts()
  const [asking, setAsking] = useState<Decision | null>(null)
  const [words, setWords] = useDraft(`deciding in screening ${screeningId}`, noWords)
  const decide = useCommand(api.screenings.decide)
  const undo = useCommand(api.screenings.undoDecisions)

  function send(decision: Decision, reason: string | null, lookAgainOn: string | null) {
    decide.run(
      { screeningId, whom: whomOf(selection, filter), decision, reason, lookAgainOn },
      {
        onSuccess: ({ decided, decisionIds }) => {
          stopAsking()
          onDecided()
          toasts.show({
            message: t(`decide.done.${decision}`, { count: decided }),
            undo: () =>
              undo.run(
                { decisionIds },
                { onError: () => toasts.show({ message: t('decide.undoFailed'), kind: 'danger' }) },
              ),
          })
        },
        // The refusal asks for a reason, or says what else is in the way: the form shows it.
        onError: () => setAsking(decision),
      },
    )
  }
  function stopAsking() {
    setAsking(null)
    setWords(noWords)
  }
  function begin(decision: Decision) {
    decide.reset()
    // Nobody waits without being asked when to look again.
    if (decision === 'waitlist') setAsking(decision)
    else send(decision, null, null)
  }
  return (
    <>
      {decisions.map((decision) => (
        <Button
          key={decision}
          isSmall
          isPending={decide.isPending && asking === null && decide.variables?.decision === decision}
          onPress={() => begin(decision)}
        >
          {t(`core:words.decisions.${decision}`)}
        </Button>
      ))}
      {asking && (
        <DecideDialog
          decision={asking}
          count={count}
          isPending={decide.isPending}
          failure={decide.failure}
          words={words}
          onChange={(part) => setWords((before) => ({ ...before, ...part }))}
          onSubmit={() => send(asking, words.reason.trim() === '' ? null : words.reason, words.lookAgainOn)}
          onCancel={stopAsking}
        />
      )}
    </>
  )
}

interface DecideDialogProps {
  decision: Decision
  count: number
  isPending: boolean
  failure: ReturnType<typeof useCommand>['failure']
  words: DecisionWords
  onChange: (part: Partial<DecisionWords>) => void
  onSubmit: () => void
  onCancel: () => void
}

function DecideDialog(props: DecideDialogProps) {
  const { decision, count, isPending, failure, words, onChange, onSubmit, onCancel } = props
  const { t } = useTranslation('screening')
  return (
    <FormDialog
      isOpen
      title={t(`decide.title.${decision}`, { count })}
      submitLabel={t('decide.save')}
      onSubmit={onSubmit}
      hasChanges={words !== noWords}
      onCancel={onCancel}
      isPending={isPending}
      errors={failure?.items ?? []}
    >
      {decision === 'waitlist' && (
        <DateTextField
          label={t('decide.lookAgain')}
          hint={t('decide.lookAgainHint')}
          name="lookAgainOn"
          value={words.lookAgainOn}
          onChange={(lookAgainOn) => onChange({ lookAgainOn })}
          autoFocus
        />
      )}
      <TextArea
        label={t('decide.reason')}
        name="reason"
        value={words.reason}
        onChange={(reason) => onChange({ reason })}
        isRequired={failure?.fields.reason !== undefined}
        errorMessage={failure?.fields.reason}
      />
    </FormDialog>
  )
}
