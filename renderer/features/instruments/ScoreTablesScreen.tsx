import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { api, failureFrom } from '../../api.ts'
import { useMay, useSession } from '../../shell/session.ts'
import { StatusDot } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { ScoreTableDialog } from './ScoreTableDialog.tsx'
import { ScoreTablePanel } from './ScoreTablePanel.tsx'
import { emptyDraft, type ScoreTableDraft } from './scoreTableDraft.ts'
import styles from './ScoreTables.module.css'
import { useTableWords } from './useTableWords.ts'
import { useDraft } from '../../useDraft.ts'

const views = ['inUse', 'withoutChart', 'all'] as const
type View = (typeof views)[number]

/** The score tables of the program: which test gives which level for which score, and since when. */
export function ScoreTablesScreen() {
  const { t } = useTranslation('instruments')
  const { today } = useSession()
  const mayEdit = useMay('administrator')
  const say = useFailureText()
  const words = useTableWords()
  const tables = useQuery(api.instruments.list.queryOptions({ input: {} }))
  const [view, setView] = useState<View>('inUse')
  const [openId, setOpenId] = useState<number | null>(null)
  const [editing, setEditing] = useDraft<ScoreTableDraft | null>('score table being written', null)

  const all = tables.data ?? []
  const inUse = all.filter(({ effectiveTo }) => effectiveTo === null || effectiveTo >= today)
  const asking = inUse.filter(({ levels }) => levels === null)
  const shown = { inUse, withoutChart: asking, all }[view]
  const open = all.find(({ id }) => id === openId) ?? null

  if (tables.error)
    return (
      <ErrorState message={say(failureFrom(tables.error)).message} onRetry={() => void tables.refetch()} />
    )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('lead')}
        actions={
          mayEdit && (
            <Button variant="primary" icon={AddIcon} onPress={() => setEditing(emptyDraft)}>
              {t('add')}
            </Button>
          )
        }
      />
      {asking.length > 0 && (
        <div className={styles.notice}>
          <Notice
            kind="warning"
            action={
              view !== 'withoutChart' && (
                <Button isSmall onPress={() => setView('withoutChart')}>
                  {t('asking.show')}
                </Button>
              )
            }
          >
            {t(mayEdit ? 'asking.edit' : 'asking.read', { count: asking.length })}
          </Notice>
        </div>
      )}
      <div className={styles.tools}>
        <SegmentedControl
          label={t('views.label')}
          options={views.map((id) => ({ id, label: t(`views.${id}`) }))}
          value={view}
          onChange={setView}
        />
        <span className={styles.quiet}>{t('count', { count: shown.length })}</span>
      </div>
      {tables.data ? (
        <DataTable<LevelTableRecord, number>
          label={t('title')}
          items={shown}
          rowId={({ id }) => id}
          onOpen={({ id }) => setOpenId(id)}
          empty={t('none')}
          columns={[
            {
              id: 'instrument',
              label: t('fields.instrument'),
              isRowHeader: true,
              sortValue: ({ instrument }) => instrument,
              cell: ({ instrument }) => instrument,
            },
            {
              id: 'skillArea',
              label: t('fields.skillArea'),
              sortValue: ({ skillArea }) => t(`core:words.skillAreas.${skillArea}`),
              cell: ({ skillArea }) => t(`core:words.skillAreas.${skillArea}`),
            },
            { id: 'dates', label: t('panel.counts'), cell: words.dates },
            {
              id: 'chart',
              label: t('fields.chart'),
              sortValue: ({ levels }) => levels?.length ?? 0,
              cell: ({ levels }) =>
                levels === null ? (
                  <StatusDot kind="warning">{t('status.asks')}</StatusDot>
                ) : (
                  <StatusDot kind="success">
                    {t('status.entered', { from: levels[0]?.level ?? 1, to: levels.at(-1)?.level ?? 6 })}
                  </StatusDot>
                ),
            },
            {
              id: 'forms',
              label: t('fields.forms'),
              cell: ({ forms }) =>
                forms.length === 0 ? t('panel.anyForm') : t('formCount', { count: forms.length }),
            },
          ]}
        />
      ) : (
        <Skeleton lines={8} />
      )}
      {open && <ScoreTablePanel table={open} onClose={() => setOpenId(null)} onEdit={setEditing} />}
      {editing && <ScoreTableDialog initial={editing} onClose={() => setEditing(null)} />}
    </>
  )
}
