import { useTranslation } from 'react-i18next'
import type { CredentialReport } from '../../../shared/contract/reports.ts'
import { attemptResults } from '../../../shared/values/vocabulary.ts'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { useRateText } from '../cohorts/useRateText.ts'

type Attempts = NonNullable<CredentialReport['byAttempt']>

/** Sittings by exam part and number of the attempt. */
export function AttemptsTable({
  attempts,
  partName,
}: {
  attempts: Attempts
  partName: (key: string) => string
}) {
  const { t } = useTranslation('reports')
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
            cell: (sittings: Attempts[number]) => sittings[result],
          })),
          {
            id: 'rate',
            label: t('core:reports.columns.passRateOfAttempt'),
            isNumeric: true,
            cell: ({ pass, fail }) => {
              const rate = { numerator: pass ?? 0, denominator: (pass ?? 0) + (fail ?? 0) }
              return [full(rate), smallGroup(rate)].filter((part) => part !== undefined).join(' · ')
            },
          },
        ]}
      />
    </Card>
  )
}
