import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisclosureRow } from '../../../shared/contract/audit.ts'
import { disclosureAudiences, type DisclosureAudience } from '../../../shared/values/disclosures.ts'
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
import { DisclosurePanel } from './DisclosurePanel.tsx'
import { any, RecordFilters, type CommonFilters } from './RecordFilters.tsx'
import styles from './Audit.module.css'

interface Filters extends CommonFilters {
  audience: DisclosureAudience | null
}

const noFilters: Filters = { text: '', accountId: null, audience: null, from: null, to: null }

/** Everything that was exported or printed: by whom, for whom and why, and whose data was in it. */
export function DisclosuresScreen() {
  const { t, i18n } = useTranslation('audit')
  const moment = useMoment()
  const [filters, setFilters] = useState(noFilters)
  const change = (changed: Partial<Filters>) => setFilters({ ...filters, ...changed })
  const wanted = useDeferredValue(filters)
  const rows = useWindowedRows<DisclosureRow>((offset, limit) =>
    api.audit.disclosures.queryOptions({ input: { ...wanted, offset, limit } }),
  )
  const [open, setOpen] = useState<DisclosureRow | null>(null)
  const content = (row: DisclosureRow) => t(`core:words.disclosedContents.${row.content}`)
  return (
    <div className={styles.screen}>
      <PageHeader
        back={<Link href="#/program/changes">{t('back')}</Link>}
        title={t('disclosures.title')}
        actions={
          <ExportListButton
            job={client.audit.exportDisclosures}
            input={() => ({ ...filters, language: i18n.resolvedLanguage as Language })}
          />
        }
      />
      <RecordFilters
        filters={filters}
        onChange={change}
        search={t('disclosures.search')}
        searchHint={t('disclosures.searchHint')}
      >
        <Select
          label={t('filters.audience')}
          options={[
            { id: any, label: t('filters.anybody') },
            ...disclosureAudiences.map((id) => ({ id, label: t(`core:words.disclosureAudiences.${id}`) })),
          ]}
          value={filters.audience ?? any}
          onChange={(id) => change({ audience: id === any ? null : (id as DisclosureAudience) })}
        />
      </RecordFilters>
      <p role="status" className={styles.count}>
        {rows.total !== undefined && t('disclosures.count', { count: rows.total })}
      </p>
      <div className={styles.list}>
        <WindowedTable
          label={t('disclosures.title')}
          rows={rows}
          rowId={({ id }) => id}
          rowName={content}
          onOpen={setOpen}
          openId={open?.id ?? null}
          columns={[
            { id: 'at', label: t('columns.at'), minWidth: 182, share: 0, cell: ({ at }) => moment(at) },
            { id: 'who', label: t('columns.who'), minWidth: 110, cell: ({ who }) => who },
            {
              id: 'content',
              label: t('columns.content'),
              isRowHeader: true,
              minWidth: 150,
              share: 1.3,
              cell: content,
            },
            {
              id: 'recipient',
              label: t('columns.recipient'),
              minWidth: 150,
              share: 1.3,
              cell: ({ recipient, audience }) => recipient ?? t(`core:words.disclosureAudiences.${audience}`),
            },
            {
              id: 'purpose',
              label: t('columns.purpose'),
              minWidth: 140,
              share: 1.4,
              cell: ({ purpose }) => purpose && t(`core:words.disclosurePurposes.${purpose}`),
            },
            {
              id: 'learners',
              label: t('columns.learners'),
              minWidth: 90,
              share: 0,
              isNumeric: true,
              cell: ({ learnerCount }) => new Intl.NumberFormat(i18n.language).format(learnerCount),
            },
          ]}
          empty={
            <EmptyState
              title={t('disclosures.none')}
              action={<Button onPress={() => setFilters(noFilters)}>{t('showAll')}</Button>}
            >
              {t('disclosures.noneHint')}
            </EmptyState>
          }
        />
      </div>
      <DisclosurePanel row={open} onClose={() => setOpen(null)} />
    </div>
  )
}
