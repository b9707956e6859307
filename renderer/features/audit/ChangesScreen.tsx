import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { auditKinds, type AuditKind, type AuditRow } from '../../../shared/contract/audit.ts'
import { auditSubjects, type AuditSubject } from '../../../shared/values/audit.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { api, client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Select } from '../../ui/Select.tsx'
import { useWindowedRows } from '../../ui/useWindowedRows.ts'
import { WindowedTable } from '../../ui/WindowedTable.tsx'
import { useMoment } from '../imports/useMoment.ts'
import { ChangePanel } from './ChangePanel.tsx'
import { any, RecordFilters, type CommonFilters } from './RecordFilters.tsx'
import styles from './Audit.module.css'

interface Filters extends CommonFilters {
  kind: AuditKind | null
  subject: AuditSubject | null
}

const noFilters: Filters = { text: '', accountId: null, kind: null, subject: null, from: null, to: null }

/** Who changed what, when, from what to what: the whole record, or what one person did. */
export function ChangesScreen() {
  const { t, i18n } = useTranslation('audit')
  const { accountId } = useParams<{ accountId?: string }>()
  const moment = useMoment()
  const language = i18n.resolvedLanguage as Language
  const [filters, setFilters] = useState<Filters>({
    ...noFilters,
    accountId: accountId === undefined ? null : Number(accountId),
  })
  const change = (changed: Partial<Filters>) => setFilters({ ...filters, ...changed })
  const wanted = useDeferredValue(filters)
  const rows = useWindowedRows<AuditRow>((offset, limit) =>
    api.audit.list.queryOptions({ input: { ...wanted, language, offset, limit } }),
  )
  const [open, setOpen] = useState<AuditRow | null>(null)
  return (
    <div className={styles.screen}>
      <PageHeader
        back={<Link href="#/program/changes">{t('back')}</Link>}
        title={t('changes.title')}
        actions={<ExportListButton job={client.audit.export} input={() => ({ ...filters, language })} />}
      />
      <RecordFilters
        filters={filters}
        onChange={change}
        search={t('changes.search')}
        searchHint={t('changes.searchHint')}
      >
        <Select
          label={t('filters.kind')}
          options={[
            { id: any, label: t('filters.anyKind') },
            ...auditKinds.map((id) => ({ id, label: t(`core:audit.kinds.${id}`) })),
          ]}
          value={filters.kind ?? any}
          onChange={(id) => change({ kind: id === any ? null : (id as AuditKind) })}
        />
        <Select
          label={t('filters.subject')}
          options={[
            { id: any, label: t('filters.anything') },
            ...auditSubjects.map((id) => ({ id, label: t(`core:audit.subjects.${id}`) })),
          ]}
          value={filters.subject ?? any}
          onChange={(id) => change({ subject: id === any ? null : (id as AuditSubject) })}
        />
      </RecordFilters>
      <p role="status" className={styles.count}>
        {rows.total !== undefined && t('changes.count', { count: rows.total })}
      </p>
      <div className={styles.list}>
        <WindowedTable
          label={t('changes.title')}
          rows={rows}
          rowId={({ entryId }) => entryId}
          rowName={({ action, about }) => (about === null ? action : `${action}: ${about}`)}
          onOpen={setOpen}
          openId={open?.entryId ?? null}
          columns={[
            { id: 'at', label: t('columns.at'), minWidth: 182, share: 0, cell: ({ at }) => moment(at) },
            { id: 'who', label: t('columns.who'), minWidth: 110, cell: ({ who }) => who },
            {
              id: 'action',
              label: t('columns.action'),
              isRowHeader: true,
              minWidth: 190,
              share: 1.6,
              cell: ({ action }) => action,
            },
            { id: 'about', label: t('columns.about'), minWidth: 120, share: 1.2, cell: ({ about }) => about },
            {
              id: 'changes',
              label: t('columns.changes'),
              minWidth: 130,
              share: 1.4,
              cell: ({ changes }) => changes.map(({ field }) => field).join(', '),
            },
          ]}
          empty={
            <EmptyState
              title={t('changes.none')}
              action={<Button onPress={() => setFilters(noFilters)}>{t('showAll')}</Button>}
            >
              {t('changes.noneHint')}
            </EmptyState>
          }
        />
      </div>
      <ChangePanel row={open} onClose={() => setOpen(null)} />
    </div>
  )
}
