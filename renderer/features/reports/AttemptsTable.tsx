import { useTranslation } from 'react-i18next'
import type { CredentialReport } from '../../../shared/contract/reports.ts'
import { attemptResults, type AttemptResult } from '../../../shared/values/vocabulary.ts'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { everybody, type CertificationNumbers } from '../explain/cohortNumbers.ts'
import { ExplainedNumber } from '../explain/ExplainedNumber.tsx'
import { CountCell } from './NumberCell.tsx'
import { useRateText } from '../cohorts/useRateText.ts'

type Attempts = NonNullable<CredentialReport['byAttempt']>

interface AttemptsTableProps {
  attempts: Attempts
  partName: (key: string) => string
  numbers: CertificationNumbers
}

/** Sittings by exam part and number of the attempt. */
export function AttemptsTable({ attempts, partName, numbers }: AttemptsTableProps) {
  const { t } = useTranslation('reports')
  const askedOf = ({ part, number }: Attempts[number], result: AttemptResult | null) =>
    numbers.ofAttempt(everybody(t('everyone')), { part, partName: partName(part), attempt: number }, result)
  const { full, smallGroup } = useRateText()
  return (
    <Card>
      <SimpleTable
        caption={t('core:reports.sheets.byAttempt')}
        hasVisibleCaption
        rows={attempts}
        rowKey={({ part, number }) => `${part} ${number}`}
        columns={[
          { id: 'part', label: t('core:reports.columns.part'), cell: ({ part }) => partName(part) },
          {
            id: 'number',
            label: t('core:reports.columns.attempt'),
            isNumeric: true,
            cell: ({ number }) => number,
          },
          ...attemptResults.map((result) => ({
            id: result,
            label: t(`core:reports.columns.${result}`),
            isNumeric: true,
            cell: (sittings: Attempts[number]) => (
              <CountCell value={sittings[result]} number={askedOf(sittings, result)} />
            ),
          })),
          {
            id: 'rate',
            label: t('core:reports.columns.passRateOfAttempt'),
            isNumeric: true,
            cell: (sittings: Attempts[number]) => {
              const pass = sittings.pass ?? 0
              const rate = { numerator: pass, denominator: pass + (sittings.fail ?? 0) }
              const text = [full(rate), smallGroup(rate)].filter((part) => part !== undefined).join(' · ')
              return <ExplainedNumber number={{ ...askedOf(sittings, null), text }} />
            },
          },
        ]}
      />
    </Card>
  )
}
