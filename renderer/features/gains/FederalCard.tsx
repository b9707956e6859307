import { useTranslation } from 'react-i18next'
import type { Table4Line } from '../../../shared/contract/gains.ts'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useJob } from '../../useJob.ts'
import { useLevelWords } from '../assessments/levelWords.ts'
import styles from './Gains.module.css'
import { Table11 } from './Table11.tsx'

const counts = ['participants', 'excluded', 'levelGains', 'trainingGains', 'separated', 'remaining'] as const

/** Federal Tables 4 and 11 of this program, to compare with the state system's before they are sent in. */
export function FederalCard({ programYear }: { programYear: number }) {
  const { t, i18n } = useTranslation('gains')
  const { short } = useLevelWords()
  const federal = useJob(client.gains.federal)
  const { result } = federal
  const places = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  return (
    <Card
      title={t('federal.tables')}
      action={
        federal.isRunning ? undefined : (
          <Button isSmall onPress={() => federal.run({ programYear })}>
            {t(result ? 'federal.again' : 'federal.work')}
          </Button>
        )
      }
    >
      <p className={styles.quiet}>{t('federal.note')}</p>
      {federal.isRunning && (
        <ProgressBar
          label={t('core:progress.gains')}
          done={federal.progress?.done}
          total={federal.progress?.total ?? undefined}
          onCancel={federal.cancel}
        />
      )}
      {federal.failure && <InlineError>{federal.failure.message}</InlineError>}
      {result && !federal.isRunning && (
        <>
          <SimpleTable
            caption={t('federal.title')}
            rows={result.table4}
            rowKey={({ entryLevel }) => entryLevel}
            columns={[
              {
                id: 'entryLevel',
                label: t('columns.entryLevel'),
                isRowHeader: true,
                cell: ({ entryLevel }) => short(entryLevel),
              },
              ...counts.map((id) => ({
                id,
                label: t(`federal.columns.${id}`),
                isNumeric: true,
                cell: (row: Table4Line) => row[id],
              })),
              {
                id: 'rate',
                label: t('federal.columns.rate'),
                isNumeric: true,
                cell: ({ rate }) => (rate === null ? t('noneDue') : places.format(rate)),
              },
            ]}
          />
          <p className={styles.quiet}>
            {t('federal.identity')}{' '}
            {t('federal.leftOut', { withoutLevel: result.withoutLevel, below: result.belowTwelveHours })}
          </p>
          <p className={styles.quiet}>{t('table11.note')}</p>
          <Table11 table11={result.table11} />
        </>
      )}
    </Card>
  )
}
