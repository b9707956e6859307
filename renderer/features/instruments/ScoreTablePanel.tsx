import { useTranslation } from 'react-i18next'
import type { LevelTableRecord } from '../../../shared/contract/instruments.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { EditIcon } from '../../ui/icons.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { draftOf, laterDraft, type ScoreTableDraft } from './scoreTableDraft.ts'
import styles from './ScoreTables.module.css'
import { useTableWords } from './useTableWords.ts'

interface ScoreTablePanelProps {
  table: LevelTableRecord
  onClose: () => void
  /** Opens the editor with a draft; only administrators get the buttons. */
  onEdit: (draft: ScoreTableDraft) => void
}

/** Everything a score table says. */
export function ScoreTablePanel({ table, onClose, onEdit }: ScoreTablePanelProps) {
  const { t } = useTranslation('instruments')
  const words = useTableWords()
  const mayEdit = useMay('administrator')
  const { levels, recommendedHours: hours, possibleScores: scores } = table
  const edit = () => onEdit(draftOf(table))
  const footer = (
    <>
      <Button onPress={() => onEdit(laterDraft(table))}>{t('panel.addLater')}</Button>
      <Button variant="primary" icon={EditIcon} onPress={edit}>
        {levels === null ? t('panel.enterChart') : t('panel.edit')}
      </Button>
    </>
  )
  return (
    <SidePanel
      isOpen
      takesFocus
      onClose={onClose}
      title={table.instrument}
      subtitle={t(`core:words.skillAreas.${table.skillArea}`)}
      footer={mayEdit ? footer : undefined}
    >
      <div className={styles.panel}>
        {levels === null ? (
          <Notice kind="warning">{mayEdit ? t('panel.noChartEdit') : t('panel.noChartAsk')}</Notice>
        ) : (
          <SimpleTable
            caption={t('fields.chart')}
            rows={levels}
            rowKey={({ level }) => level}
            columns={[
              {
                id: 'level',
                label: t('panel.level'),
                cell: ({ level }) => `${level} · ${t(`core:words.levels.${level}`)}`,
              },
              {
                id: 'scores',
                label: t('panel.scores'),
                isNumeric: true,
                cell: ({ minScore, maxScore }) => words.range(minScore, maxScore),
              },
            ]}
          />
        )}
        <KeyValueList
          items={[
            { label: t('panel.counts'), value: words.dates(table) },
            { label: t('fields.generation'), value: table.generation },
            { label: t('panel.possible'), value: words.range(scores.min, scores.max) },
            {
              label: t('fields.forms'),
              value: table.forms.length === 0 ? t('panel.anyForm') : table.forms.join(', '),
            },
            { label: t('panel.sameForm'), value: t('panel.days', { count: table.sameFormDays }) },
            { label: t('fields.minimumHours'), value: t('panel.hours', { count: table.minimumHours }) },
            {
              label: t('panel.recommended'),
              value: hours === null ? t('panel.notSaid') : words.range(hours.from, hours.to),
            },
            { label: t('fields.source'), value: table.source },
          ]}
        />
      </div>
    </SidePanel>
  )
}
