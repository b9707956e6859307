import { useTranslation } from 'react-i18next'
import type { Table4Line } from '../../../shared/contract/gains.ts'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useJob } from '../../useJob.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
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
  const number = new Intl.NumberFormat(i18n.language)
  const cell = ({ entryLevel }: Table4Line, counted: (typeof counts)[number] | 'rate', text: string) => (
    <ExplainedNumber
      number={{
        ...{ title: t(`federal.columns.${counted}`), of: short(entryLevel), text, definition: 'table4' },
        asked: {
          explain: 'federal',
          input: { programYear, counted: { table: 'table4', entryLevel, number: counted } },
        },
      }}
    />
  )
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
          <h3 className={styles.tableTitle}>{t('federal.title')}</h3>
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
                cell: (row: Table4Line) => cell(row, id, number.format(row[id])),
              })),
              {
                id: 'rate',
                label: t('federal.columns.rate'),
                isNumeric: true,
                cell: (row) => cell(row, 'rate', row.rate === null ? t('noneDue') : places.format(row.rate)),
              },
            ]}
          />
          <p className={styles.quiet}>
            {t('federal.identity')}{' '}
            {t('federal.leftOut', { withoutLevel: result.withoutLevel, below: result.belowTwelveHours })}
          </p>
          <h3 className={styles.tableTitle}>{t('table11.title')}</h3>
          <p className={styles.quiet}>{t('table11.note')}</p>
          <Table11 programYear={programYear} table11={result.table11} />
        </>
      )}
    </Card>
  )
}
