import { useQuery } from '@tanstack/react-query'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { SectionForEntry } from '../../../shared/contract/assessments.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { EntryGrid } from '../../ui/EntryGrid.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LearnersIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { nameBesideCode } from '../classes/nameBesideCode.ts'
import styles from './ClassAssessmentsScreen.module.css'
import { useClassColumns } from './classColumns.tsx'
import { layByStudentId } from './classPaste.ts'
import { TableInUse } from './TableInUse.tsx'
import { TestChoiceFields } from './TestChoiceFields.tsx'
import { useClassEntry } from './useClassEntry.ts'

/** A list above the grid, or an input there or in the grid, that is marked as wrong. */
const wrongField = 'button[data-invalid], [aria-invalid="true"]'

/** The scores of one class on one test, entered as a grid. */
function ClassEntry({ of }: { of: SectionForEntry }) {
  const { t } = useTranslation('assessments')
  const toasts = useToasts()
  const entry = useClassEntry(of)
  const mayRecord = useMay('instructor', 'coordinator', 'director')
  const part = useRef<HTMLFormElement>(null)
  const { section, members } = of
  const columns = useClassColumns(entry.draft.choice, entry.rows, entry.coreErrors, !mayRecord)
  const early = entry.rows.filter(({ asksForEarlyReason }) => asksForEarlyReason).length
  const choiceErrors = Object.fromEntries(
    Object.entries(entry.choiceProblems).map(([field, key]) => [field, t(key)]),
  )

  function save() {
    entry.send((count) => toasts.show({ message: t('class.saved', { count }) }))
    // After the cells have been marked: to the first that needs a look.
    requestAnimationFrame(() => part.current?.querySelector<HTMLElement>(wrongField)?.focus())
  }

  function clear() {
    toasts.show({ message: t('class.cleared'), undo: entry.clear() })
  }

  function saveByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !mayRecord || entry.isPending) return
    event.preventDefault()
    save()
  }

  return (
    <form
      className={styles.screen}
      ref={part}
      aria-label={t('class.title', { code: section.code })}
      onKeyDown={saveByKey}
      onSubmit={(event) => event.preventDefault()}
      noValidate
    >
      <PageHeader
        title={t('class.title', { code: section.code })}
        subtitle={nameBesideCode(section)}
        back={<Link href={`#/classes/${section.id}`}>{t('class.back', { code: section.code })}</Link>}
        actions={
          mayRecord && (
            <>
              <span className={styles.count}>
                {t('class.filled', { filled: entry.filled, total: members.length })}
              </span>
              {entry.filled > 0 && <Button onPress={clear}>{t('class.clear')}</Button>}
              <Button
                variant="primary"
                onPress={save}
                isPending={entry.isPending}
                isDisabled={entry.filled === 0}
              >
                {t('class.save')}
              </Button>
            </>
          )
        }
      />
      {!mayRecord && <Notice>{t('class.onlyLook')}</Notice>}
      <div className={styles.choice}>
        <TestChoiceFields
          value={entry.draft.choice}
          onChange={entry.setChoice}
          errors={choiceErrors}
          autoFocus={entry.draft.choice.instrument === null}
        />
        <TextField
          label={t('class.form')}
          hint={t('class.formHint')}
          value={entry.draft.classForm}
          onChange={entry.setClassForm}
          autoComplete="off"
        />
      </div>
      {early > 0 && (
        <TextField
          label={t('class.earlyReason')}
          hint={t('class.earlyReasonHint', { count: early })}
          value={entry.draft.classEarlyReason}
          onChange={entry.setClassEarlyReason}
          maxLength={500}
          autoComplete="off"
        />
      )}
      <div className={styles.oneLine} title={entry.table?.source}>
        <TableInUse table={entry.table} />
      </div>
      {entry.wasRefused && (
        <div role="alert">
          <Notice kind="danger">
            {entry.failureMessage ?? t('class.refused', { count: Math.max(entry.problemCount, 1) })}
          </Notice>
        </div>
      )}
      <div className={styles.grid}>
        <EntryGrid
          label={t('class.grid', { code: section.code })}
          columns={columns}
          rows={entry.rows}
          rowKey={({ member }) => member.learnerId}
          onChange={entry.applyChanges}
          onPasteCells={(cells) => layByStudentId(cells, members, entry.table?.forms ?? [])}
        />
      </div>
    </form>
  )
}

/** Records a test of a whole class. */
export function ClassAssessmentsScreen() {
  const { t } = useTranslation('assessments')
  const { id } = useParams<{ id: string }>()
  const sectionId = Number(id)
  const say = useFailureText()
  const found = useQuery(api.assessments.ofSection.queryOptions({ input: { sectionId } }))
  if (found.error)
    return <ErrorState message={say(failureFrom(found.error)).message} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton lines={8} />
  const { section, members } = found.data
  if (members.length === 0) {
    const back = <Link href={`#/classes/${sectionId}`}>{t('class.back', { code: section.code })}</Link>
    return (
      <>
        <PageHeader
          back={back}
          title={t('class.title', { code: section.code })}
          subtitle={nameBesideCode(section)}
        />
        <EmptyState title={t('class.nobody', { code: section.code })} icon={LearnersIcon} action={back}>
          {t('class.nobodyHint')}
        </EmptyState>
      </>
    )
  }
  return <ClassEntry key={sectionId} of={found.data} />
}
