import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssessmentRecord } from '../../../shared/contract/assessments.ts'
import {
  assessmentProblems,
  earlyTest,
  formAsKept,
  sameFormTooSoon,
  timingOfTyped,
} from '../../../shared/rules/assessmentChecks.ts'
import type { PostTestTiming } from '../../../shared/rules/postTestTiming.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'
import { api } from '../../api.ts'
import { useSession } from '../../shell/session.ts'
import type { FieldErrorItem } from '../../ui/FormErrors.tsx'
import { useCommand } from '../../useCommand.ts'
import { firstChoice, rememberChoice } from './lastChoice.ts'
import {
  isUnfinishedForm,
  isUnfinishedScore,
  readTypedScore,
  tableOf,
  type TestChoice,
} from './testChoice.ts'
import { factsOf, sittingsOfForm } from './sittings.ts'
import type { TestedLearner } from './testedLearner.ts'
import { useScoreTables } from './useScoreTables.ts'
import { useDraft } from '../../useDraft.ts'

interface Typed {
  form: string
  scoreText: string
  reason: string
  earlyReason: string
}

interface TestDraft {
  choice: TestChoice
  typed: Typed
}

/** The test that a work list proposes; every part of it can be changed. */
export interface SuggestedTest {
  readonly instrument: string
  readonly skillArea: SkillArea
  /** Empty where the forms of the test are not known. */
  readonly form: string
}

const nothing: Typed = { form: '', scoreText: '', reason: '', earlyReason: '' }

/**
 * One test being entered for a learner: what is typed, the level it gives, and what speaks against it, by
 * the same rules as the core's. Refusals show as one types; what is missing only once it is sent. What is
 * typed is a draft under `place`. It begins with the test suggested, else with the one entered last.
 */
export function useTestEntry(place: string, learner: TestedLearner | null, suggested?: SuggestedTest) {
  const { t } = useTranslation('core')
  const { today } = useSession()
  const { list, lookUp, query } = useScoreTables()
  const history = useQuery({
    ...api.assessments.ofLearner.queryOptions({ input: { learnerId: learner?.learnerId ?? 0 } }),
    enabled: learner !== null,
  })
  const attended = useQuery({
    ...api.assessments.attended.queryOptions({ input: { learnerId: learner?.learnerId ?? 0 } }),
    enabled: learner !== null,
  })
  const [start] = useState<TestDraft>(() =>
    suggested === undefined
      ? { choice: firstChoice(today), typed: nothing }
      : {
          choice: { instrument: suggested.instrument, skillArea: suggested.skillArea, testedOn: today },
          typed: { ...nothing, form: suggested.form },
        },
  )
  const [draft, setDraft] = useDraft(place, start)
  const { choice, typed } = draft
  const [wasSent, setSent] = useState(false)
  // As they were when the form was sent: a list that changed with every key would keep taking the focus.
  const [refusals, setRefusals] = useState<readonly FieldErrorItem[]>([])
  const record = useCommand(api.assessments.record)

  const coreItems: readonly FieldErrorItem[] = (record.failure?.items ?? []).map(({ field, message }) => ({
    field: field?.replace(/^entries\.0\./, ''),
    message,
  }))
  const table = tableOf(choice, lookUp)
  const { found, timing } = check()
  const isRepeat = found.some(({ code }) => code === sameFormTooSoon)
  const isEarly = found.some(({ code }) => code === earlyTest)
  const lifted = new Set([
    ...(typed.reason.trim() === '' ? [] : [sameFormTooSoon]),
    ...(typed.earlyReason.trim() === '' ? [] : [earlyTest]),
  ])
  const standing = found.filter(({ code }) => !lifted.has(code))
  const missing = missingFields()
  const errors = shownErrors(wasSent)

  /** What speaks against the test, and whether it comes too early: not said before the hours have come. */
  function check() {
    const { instrument, skillArea, testedOn } = choice
    const nothingYet: PostTestTiming = { state: 'fits' }
    if (instrument === null || skillArea === null || testedOn === null)
      return { found: [], timing: nothingYet }
    const { form, scoreText } = typed
    const test = { form, testedOn, scoreText, sameFormReason: null, earlyReason: null }
    const around = {
      ...{ table, today, tables: lookUp, birthDate: learner?.birthDate ?? null },
      sameFormSittings: sittingsOfForm(history.data ?? [], choice, form),
      otherTests: attended.data === undefined ? [] : factsOf(history.data ?? []),
      attended: attended.data ?? [],
    }
    return { found: assessmentProblems(test, around), timing: timingOfTyped(test, around) }
  }

  function missingFields(): string[] {
    return [
      ...(learner === null ? ['learner'] : []),
      ...(choice.instrument === null ? ['instrument'] : []),
      ...(choice.instrument !== null && choice.skillArea === null ? ['skillArea'] : []),
      ...(choice.testedOn === null ? ['testedOn'] : []),
      ...(typed.form.trim() === '' ? ['form'] : []),
      ...(typed.scoreText.trim() === '' ? ['scoreText'] : []),
    ]
  }

  function shownErrors(all: boolean): Record<string, string> {
    const early = new Set([
      ...(isUnfinishedForm(formAsKept(typed.form), table) ? ['form'] : []),
      ...(isUnfinishedScore(typed.scoreText, table) ? ['scoreText'] : []),
    ])
    const shown: Record<string, string> = {}
    for (const { field, code, values } of standing) {
      if (missing.includes(field) || (early.has(field) && !all)) continue
      shown[field] ??= t(code, values)
    }
    // What cannot be read as a date arrives here as none, so the words fit both.
    const words = (field: string) =>
      field === 'testedOn' ? t('assessments:fields.dateMissing') : t('errors.required')
    if (all) for (const field of missing) shown[field] = words(field)
    for (const { field, message } of coreItems) if (field !== undefined) shown[field] ??= message
    return shown
  }

  function change(next: Partial<Typed>) {
    if (record.isError) record.reset()
    setDraft((before) => ({ ...before, typed: { ...before.typed, ...next } }))
  }

  /** Saves it, or shows everything that stands in the way. */
  function send(onSaved: (saved: AssessmentRecord) => void) {
    setSent(true)
    setRefusals(Object.entries(shownErrors(true)).map(([field, message]) => ({ field, message })))
    const { instrument, skillArea, testedOn } = choice
    if (missing.length > 0 || standing.length > 0) return
    if (learner === null || instrument === null || skillArea === null || testedOn === null) return
    const { form, scoreText } = typed
    const sameFormReason = isRepeat ? typed.reason : null
    const earlyReason = isEarly ? typed.earlyReason : null
    const entry = {
      learnerId: learner.learnerId,
      instrument,
      skillArea,
      form,
      testedOn,
      scoreText,
      sameFormReason,
      earlyReason,
    }
    record.run(
      { entries: [entry], sectionId: null },
      {
        onSuccess: ([saved]) => {
          rememberChoice(choice)
          setDraft((before) => ({ ...before, typed: nothing }))
          setSent(false)
          if (saved) onSaved(saved)
        },
      },
    )
  }

  return {
    choice,
    setChoice: (next: TestChoice) => {
      if (record.isError) record.reset()
      setDraft((before) => ({ ...before, choice: next }))
    },
    hasChanges: draft !== start,
    /** Forgets what is typed. */
    discard: () => setDraft(start),
    typed,
    change,
    table,
    tables: list,
    tablesQuery: query,
    reading: readTypedScore(table, typed.scoreText),
    history: history.data ?? null,
    asksForReason: isRepeat,
    asksForEarlyReason: isEarly,
    timing,
    errors,
    items: coreItems.length > 0 ? coreItems : refusals,
    isPending: record.isPending,
    send,
  }
}

export type TestEntry = ReturnType<typeof useTestEntry>
