import { useTranslation } from 'react-i18next'
import type { CredentialReport } from '../../../shared/contract/reports.ts'
import { attemptResults, type AttemptResult } from '../../../shared/values/vocabulary.ts'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { CountCell, type OpenNumber } from './NumberCell.tsx'
import type { OpenedNumber } from './opened.ts'
import { useRateText } from '../cohorts/useRateText.ts'

type Attempts = NonNullable<CredentialReport['byAttempt']>

interface AttemptsTableProps {
  credentialId: number
  attempts: Attempts
  partName: (key: string) => string
  onOpen: OpenNumber
}

/** Sittings by exam part and number of the attempt. */
export function AttemptsTable({ credentialId, attempts, partName, onOpen }: AttemptsTableProps) {
  const { t } = useTranslation('reports')
  const openedOf = ({ part, number }: Attempts[number], result: AttemptResult): OpenedNumber => {
    const label = t(`core:reports.columns.${result}`)
    return {
      title: t('attemptResult', { part: partName(part), number, result: label }),
      of: t('everyone'),
      definition: 'attempt',
      groups: [
        {
          id: result,
          label,
          asked: {
            report: 'certification',
            credentialId,
            line: { kind: 'total', key: '' },
            number: 'sat',
            part,
            attempt: number,
            result,
          },
        },
      ],
    }
  }
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
              <CountCell value={sittings[result]} opened={openedOf(sittings, result)} onOpen={onOpen} />
            ),
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
