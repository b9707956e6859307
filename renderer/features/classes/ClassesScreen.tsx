import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { SectionRow } from '../../../shared/contract/sections.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { useOwnClassesOnly } from '../../shell/ownClassesOnly.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { AddIcon, ClassesIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { useLearnerWords } from '../learners/learnerWords.ts'
import { ClassDialog } from './ClassDialog.tsx'
import { classPath, newClassPath } from './classPaths.ts'
import styles from './ClassesScreen.module.css'
import { useDraft } from '../../useDraft.ts'

/** Which classes are shown: whether they run, and whether only the reader's own. */
const choices = {
  mine: { active: true, isMine: true },
  running: { active: true, isMine: false },
  over: { active: false, isMine: false },
  all: { active: null, isMine: false },
} as const
type Choice = keyof typeof choices

function useClassColumns(): readonly TableColumn<SectionRow>[] {
  const { t } = useTranslation('classes')
  const { day, number } = useLearnerWords()
  return [
    { id: 'code', label: t('columns.code'), cell: (row) => row.code, isRowHeader: true, minWidth: 110 },
    { id: 'name', label: t('columns.name'), cell: (row) => row.name, minWidth: 150, share: 2 },
    { id: 'site', label: t('columns.site'), cell: (row) => row.site, minWidth: 88 },
    {
      id: 'instructor',
      label: t('columns.instructor'),
      cell: (row) => row.instructorName ?? t('noInstructor'),
    },
    {
      id: 'endDate',
      label: t('columns.endDate'),
      cell: (row) => day(row.endDate),
      minWidth: 106,
      share: 0.6,
    },
    {
      id: 'members',
      label: t('columns.members'),
      cell: (row) => number(row.memberCount),
      isNumeric: true,
      minWidth: 98,
      share: 0.4,
    },
    {
      id: 'status',
      label: t('columns.status'),
      cell: (row) => (
        <StatusDot kind={row.active ? 'success' : 'neutral'}>{t(row.active ? 'running' : 'over')}</StatusDot>
      ),
      minWidth: 94,
      share: 0.6,
    },
  ]
}

function NoClasses({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  const { t } = useTranslation('classes')
  const ownOnly = useOwnClassesOnly()
  // Between two terms nothing runs, and nothing is lost either.
  const { data: any } = useQuery(api.sections.list.queryOptions({ input: { limit: 1 } }))
  if (!isFiltered && any && any.total > 0) {
    return (
      <EmptyState
        icon={ClassesIcon}
        title={t('noneRunning')}
        action={<Button onPress={onShowAll}>{t('showAll')}</Button>}
      >
        {t('noneRunningHint')}
      </EmptyState>
    )
  }
  const [title, hint] = isFiltered
    ? [t('noneFound'), t('noneFoundHint')]
    : ownOnly
      ? [t('noneOwn'), t('noneOwnHint')]
      : [t('noneYet'), t('noneYetHint')]
  return (
    <EmptyState icon={ClassesIcon} title={title}>
      {hint}
    </EmptyState>
  )
}

/** The classes of the college in which the program's learners sit. */
export function ClassesScreen() {
  const { t, i18n } = useTranslation('classes')
  const [path, navigate] = useLocation()
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Choice>('running')
  const [isAdding, setAdding] = useDraft('adding a class', false)
  const { account } = useSession()
  const { active, isMine } = choices[shown]
  const filters = { text, active, instructorAccountId: isMine ? account.id : null }
  const wanted = useDeferredValue(filters)
  const rows = useWindowedRows<SectionRow>((offset, limit) =>
    api.sections.list.queryOptions({ input: { ...wanted, offset, limit } }),
  )
  const columns = useClassColumns()
  const mayChange = useMay('coordinator', 'director')
  const mayExport = useMay('staff', 'coordinator', 'director')
  const isAsked = path === newClassPath
  return (
    <div className={styles.screen}>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {mayExport && (
              <ExportListButton
                job={client.sections.export}
                input={() => ({ ...filters, language: i18n.resolvedLanguage as Language })}
              />
            )}
            {mayChange && (
              <Button variant="primary" icon={AddIcon} onPress={() => setAdding(true)}>
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.filters} role="search">
        <div className={styles.search}>
          <SearchField label={t('search')} placeholder={t('searchHint')} value={text} onChange={setText} />
        </div>
        <Select
          label={t('columns.status')}
          options={(Object.keys(choices) as Choice[]).map((id) => ({
            id,
            label: t(`shown.${id}`),
          }))}
          value={shown}
          onChange={setShown}
        />
        <p role="status" className={styles.count}>
          {rows.total !== undefined && t('count.shown', { count: rows.total })}
        </p>
      </div>
      <div className={styles.list}>
        <WindowedTable
          label={t('title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.code}
          onOpen={(row) => navigate(classPath(row.id))}
          empty={<NoClasses isFiltered={text !== ''} onShowAll={() => setShown('all')} />}
        />
      </div>
      {(isAdding || isAsked) && (
        <ClassDialog
          section={null}
          onClose={() => {
            setAdding(false)
            if (isAsked) navigate('/classes', { replace: true })
          }}
        />
      )}
    </div>
  )
}
