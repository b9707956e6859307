import type { TFunction } from 'i18next'
import type { CertificationLine, CredentialReport } from '../../../shared/contract/reports.ts'
import type { TableColumn } from '../../ui/tableColumns.ts'
import type { CertificationNumbers } from '../explain/cohortNumbers.ts'
import { CountCell, LineName, RateCell } from './NumberCell.tsx'
import { namedLine, type useReportText } from './useReportText.ts'

/** What the cells of one credential are written and asked with. */
export interface CellTools {
  credential: CredentialReport['credential']
  text: ReturnType<typeof useReportText>
  t: TFunction<'reports'>
  partName: (key: string) => string
  numbers: CertificationNumbers
}

type RateId = 'firstTime' | 'certifiedOfTested' | 'certifiedOfCompleters'

/** The columns of a table of certification lines. */
export function certificationColumns(nameLabel: string, tools: CellTools): TableColumn<CertificationLine>[] {
  const { credential, t, partName, text, numbers } = tools
  const count = (id: 'completers' | 'certified' | 'pending') => ({
    id,
    label: t(`core:reports.columns.${id}`),
    isNumeric: true,
    cell: (line: CertificationLine) => (
      <CountCell value={line[id]} number={numbers.of(namedLine(line, text), id)} />
    ),
  })
  const rate = (id: RateId) => ({
    id,
    label: t(`core:reports.columns.${id}`),
    isNumeric: true,
    cell: (line: CertificationLine) => (
      <RateCell rate={line[id]} number={numbers.of(namedLine(line, text), id)} />
    ),
  })
  return [
    { id: 'name', label: nameLabel, cell: (line) => <LineName line={line} /> },
    count('completers'),
    ...credential.parts.map(({ key }) => ({
      id: `part ${key}`,
      label: t('reports:columns.firstTimeOf', { part: partName(key) }),
      isNumeric: true,
      cell: (line: CertificationLine) => {
        const part = line.parts.find((one) => one.part === key)
        return part ? (
          <RateCell
            rate={part.firstTime}
            number={numbers.ofPart(namedLine(line, text), key, partName(key))}
          />
        ) : null
      },
    })),
    rate('firstTime'),
    count('certified'),
    rate('certifiedOfTested'),
    rate('certifiedOfCompleters'),
    count('pending'),
  ]
}
