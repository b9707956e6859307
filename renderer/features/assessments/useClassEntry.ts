import { useMemo, useState } from 'react'
import type { SectionForEntry } from '../../../shared/contract/assessments.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import type { EntryChange } from '../../ui/entryColumns.ts'
import { useCommand } from '../../useCommand.ts'
import { useDraft } from '../../useDraft.ts'
import type { CoreErrors } from './classColumns.tsx'
import { classEntries, classRow, emptyRow, type CellProblem, type ClassDraft } from './classRow.ts'
import { firstChoice, rememberChoice } from './lastChoice.ts'
import { tableOf, type TestChoice } from './testChoice.ts'
import { useScoreTables } from './useScoreTables.ts'

/** The core's refusals, which name rows by their place among the entries sent, at their learners' cells. */
function coreErrorsOf(fields: Readonly<Record<string, string>>, learnerIds: readonly number[]): CoreErrors {
  const errors: Record<number, Partial<Record<CellProblem['cell'], string>>> = {}
  for (const [path, message] of Object.entries(fields)) {
    const [, index, field] = path.split('.')
    const learnerId = learnerIds[Number(index)]
    if (learnerId === undefined) continue
    errors[learnerId] = { ...errors[learnerId], [field === 'scoreText' ? field : 'form']: message }
  }
  return errors
}

/** The scores of a class as they are typed: kept while one looks elsewhere, saved all or none. */
export function useClassEntry({ section, members }: SectionForEntry) {
  const { today } = useSession()
  const { list, lookUp } = useScoreTables()
  const [empty] = useState<ClassDraft>(() => ({
    choice: firstChoice(today),
    ...{ classForm: '', classEarlyReason: '', rows: {} },
  }))
  const [draft, setDraft] = useDraft(`class scores ${section.id}`, empty)
  const [isSent, setSent] = useState(false)
  const [sentIds, setSentIds] = useState<readonly number[]>([])
  const record = useCommand(api.assessments.record)

  const table = tableOf(draft.choice, lookUp)
  const rows = useMemo(
    () => members.map((member) => classRow(member, draft, { table, tables: lookUp, today, isSent })),
    [members, draft, table, lookUp, today, isSent],
  )
  const filled = rows.filter(({ isBlank }) => !isBlank).length

  function keepNext(next: ClassDraft) {
    if (record.isError) record.reset()
    setDraft(next)
  }
  function applyChanges(changes: readonly EntryChange[]) {
    const next: Record<number, typeof emptyRow> = { ...draft.rows }
    for (const { rowIndex, columnId, value } of changes) {
      const id = members[rowIndex]?.learnerId
      if (id !== undefined) next[id] = { ...(next[id] ?? emptyRow), [columnId]: value }
    }
    keepNext({ ...draft, rows: next })
  }

  /** What is missing or wrong above the grid, as keys of texts. */
  function choiceProblems(): Record<string, string> {
    const { instrument, skillArea, testedOn } = draft.choice
    const required = 'core:errors.required'
    const isFuture = testedOn !== null && testedOn > today
    return {
      ...(isSent && instrument === null ? { instrument: required } : {}),
      ...(isSent && instrument !== null && skillArea === null ? { skillArea: required } : {}),
      ...(isSent && testedOn === null ? { testedOn: 'assessments:fields.dateMissing' } : {}),
      ...(isFuture ? { testedOn: 'core:assessments.dateInFuture' } : {}),
      ...(instrument !== null && skillArea !== null && testedOn !== null && table === null && list.length > 0
        ? { instrument: 'core:assessments.noTableOnDate' }
        : {}),
    }
  }

  /** Saves every filled row, or shows what stands in the way; `onSaved` gets how many were saved. */
  function send(onSaved: (count: number) => void) {
    setSent(true)
    const checked = members.map((member) =>
      classRow(member, draft, { table, tables: lookUp, today, isSent: true }),
    )
    const isFine = table !== null && checked.every(({ problems }) => problems.length === 0)
    const entries = classEntries(checked, draft.choice)
    if (!isFine || entries.length === 0 || (draft.choice.testedOn ?? '') > today) return
    setSentIds(entries.map(({ learnerId }) => learnerId))
    record.run(
      { entries, sectionId: section.id },
      {
        onSuccess: (saved) => {
          rememberChoice(draft.choice)
          setDraft({ ...empty, choice: draft.choice })
          setSent(false)
          onSaved(saved.length)
        },
      },
    )
  }

  const { failure } = record
  const wrongAbove = choiceProblems()
  const problemCount = rows.reduce(
    (count, row) => count + row.problems.length,
    Object.keys(wrongAbove).length,
  )
  return {
    draft,
    table,
    rows,
    filled,
    problemCount,
    wasRefused: (isSent && problemCount > 0) || failure !== null,
    /** A refusal that belongs to no cell. */
    failureMessage: failure !== null && failure.data.fields.length === 0 ? failure.message : null,
    coreErrors: coreErrorsOf(failure?.fields ?? {}, sentIds),
    choiceProblems: wrongAbove,
    setChoice: (choice: TestChoice) => keepNext({ ...draft, choice }),
    setClassForm: (classForm: string) => keepNext({ ...draft, classForm }),
    setClassEarlyReason: (classEarlyReason: string) => keepNext({ ...draft, classEarlyReason }),
    applyChanges,
    /** Empties every row; returns the function that takes it back. */
    clear: () => {
      const before = draft
      setSent(false)
      setDraft({ ...empty, choice: draft.choice })
      return () => setDraft(before)
    },
    send,
    isPending: record.isPending,
  }
}
