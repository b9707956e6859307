import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import type { SheetComparison } from '../../../shared/contract/sheetComparison.ts'
import { sheetDifferences, type SheetDifference } from '../../../shared/values/sheetComparison.ts'
import { client } from '../../api.ts'
import { ExportListButton } from '../../disclosure/ExportListButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ImportIcon, SuccessIcon } from '../../ui/icons.ts'
import { Link } from '../../ui/Link.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './Attendance.module.css'
import { useDifferenceColumns } from './useDifferenceColumns.tsx'

interface SheetComparisonViewProps {
  comparison: SheetComparison
  fileName: string
  input: { openId: string; settings: ImportSettings }
  onBack: () => void
}

/** What an attendance sheet and the record say differently, both ways. */
export function SheetComparisonView({ comparison, fileName, input, onBack }: SheetComparisonViewProps) {
  const { t, i18n } = useTranslation('attendance')
  const [, navigate] = useLocation()
  const { counts, total, learners, days, agreeing, rows } = comparison
  const [shown, setShown] = useState<SheetDifference | 'all'>('all')
  const number = new Intl.NumberFormat(i18n.language)
  const columns = useDifferenceColumns(rows)
  const items = rows
    .map((row, index) => ({ ...row, index }))
    .filter(({ kind }) => shown === 'all' || kind === shown)
  const kinds = sheetDifferences.filter((kind) => (counts[kind] ?? 0) > 0)
  const option = (id: SheetDifference | 'all', label: string, count: number) => ({
    ...{ id, label, detail: number.format(count) },
  })
  return (
    <>
      <PageHeader
        title={t('comparison.title')}
        subtitle={fileName}
        back={
          <Link isQuiet onPress={onBack}>
            {t('comparison.back')}
          </Link>
        }
        actions={
          <>
            {total > 0 && (
              <ExportListButton
                job={client.attendance.exportComparison}
                input={() => ({
                  ...input,
                  language: i18n.resolvedLanguage === 'es' ? ('es' as const) : ('en' as const),
                })}
              />
            )}
            <Button
              variant="primary"
              icon={ImportIcon}
              onPress={() => navigate(`/files/import/${input.openId}`)}
            >
              {t('comparison.bring')}
            </Button>
          </>
        }
      />
      {total === 0 ? (
        <EmptyState title={t('comparison.same')} icon={SuccessIcon}>
          {t('comparison.sameHint', { agreeing })}
        </EmptyState>
      ) : (
        <div className={styles.comparison}>
          <div className={styles.toolbar}>
            <p className={styles.quiet} role="status">
              {t('comparison.summary', { learners, days, agreeing })}
            </p>
            <Select
              label={t('comparison.show')}
              isLabelHidden
              options={[
                option('all', t('comparison.all'), total),
                ...kinds.map((kind) =>
                  option(kind, t(`core:words.sheetDifferences.${kind}`), counts[kind] ?? 0),
                ),
              ]}
              value={shown}
              onChange={setShown}
            />
          </div>
          <DataTable
            label={t('comparison.rows')}
            columns={columns}
            items={items}
            rowId={({ index }) => index}
          />
          {total > rows.length && (
            <p className={styles.quiet}>{t('comparison.more', { count: total - rows.length })}</p>
          )}
        </div>
      )}
    </>
  )
}
