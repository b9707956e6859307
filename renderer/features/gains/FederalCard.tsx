import { useTranslation } from 'react-i18next'
import type { FederalFigures } from '../../../shared/contract/gains.ts'
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
import { LeftOut } from './LeftOut.tsx'
import { Table11 } from './Table11.tsx'

/** A row of Table 4; the level is null in the one that sums up. */
type Row = FederalFigures['table4Total'] & { entryLevel: number | null }

const counts = ['participants', 'excluded', 'levelGains', 'trainingGains', 'separated', 'remaining'] as const

/** Federal Tables 4 and 11 of this program, to compare with the state system's before they are sent in. */
export function FederalCard({ programYear }: { programYear: number }) {
  const { t, i18n } = useTranslation('gains')
  const { short } = useLevelWords()
  const federal = useJob(client.gains.federal)
  const { result } = federal
  const places = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  const number = new Intl.NumberFormat(i18n.language)
  const levelOf = ({ entryLevel }: Row) => (entryLevel === null ? t('everyone') : short(entryLevel))
  const cell = (row: Row, counted: (typeof counts)[number] | 'rate', text: string) => (
    <ExplainedNumber
      number={{
        ...{ title: t(`federal.columns.${counted}`), of: levelOf(row), text, definition: 'table4' },
        asked: {
          explain: 'federal',
          input: {
            programYear,
            counted: { table: 'table4', entryLevel: row.entryLevel, number: counted },
          },
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
          <SimpleTable<Row>
            caption={t('federal.title')}
            rows={result.table4}
            totals={{ entryLevel: null, ...result.table4Total }}
            rowKey={({ entryLevel }) => String(entryLevel)}
            columns={[
              {
                id: 'entryLevel',
                label: t('columns.entryLevel'),
                isRowHeader: true,
                cell: levelOf,
              },
              ...counts.map((id) => ({
                id,
                label: t(`federal.columns.${id}`),
                isNumeric: true,
                cell: (row: Row) => cell(row, id, number.format(row[id])),
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
            <LeftOut programYear={programYear} why="withoutLevel" count={result.withoutLevel} />{' '}
            <LeftOut programYear={programYear} why="belowTwelveHours" count={result.belowTwelveHours} />
          </p>
          <h3 className={styles.tableTitle}>{t('table11.title')}</h3>
          <p className={styles.quiet}>{t('table11.note')}</p>
          <Table11 programYear={programYear} table11={result.table11} />
        </>
      )}
    </Card>
  )
}
