import type { TFunction } from 'i18next'
import type {
  CertificationLine,
  CertificationNumber,
  CredentialReport,
} from '../../../shared/contract/reports.ts'
import type { TableColumn } from '../../ui/tableColumns.ts'
import { CountCell, LineName, RateCell, type OpenNumber } from './NumberCell.tsx'
import type { OpenedNumber } from './opened.ts'
import type { useReportText } from './useReportText.ts'

interface CellTools {
  credential: CredentialReport['credential']
  text: ReturnType<typeof useReportText>
  t: TFunction<'reports'>
  partName: (key: string) => string
}

type RateId = 'firstTime' | 'certifiedOfTested' | 'certifiedOfCompleters'
const numbersOf: Record<RateId, readonly [CertificationNumber, CertificationNumber]> = {
  firstTime: ['passedAllFirst', 'testedAll'],
  certifiedOfTested: ['certified', 'testedAll'],
  certifiedOfCompleters: ['certifiedCompleters', 'completers'],
}

function groupsOf(
  line: CertificationLine,
  numbers: readonly CertificationNumber[],
  { credential, t }: CellTools,
  part: string | null = null,
) {
  const { kind, key } = line
  return numbers.map((number) => ({
    id: number,
    label: t(`core:reports.columns.${number}`),
    asked: {
      report: 'certification' as const,
      credentialId: credential.id,
      line: { kind, key },
      number,
      part,
    },
  }))
}

/** What a count opens. */
export function openedCount(
  line: CertificationLine,
  number: 'completers' | 'pending' | 'certified',
  tools: CellTools,
): OpenedNumber {
  return {
    title: tools.t(`core:reports.columns.${number}`),
    of: tools.text.lineName(line),
    definition: number,
    groups: groupsOf(line, [number], tools),
  }
}

/** What a rate over all parts opens. */
export function openedRate(line: CertificationLine, id: RateId, tools: CellTools): OpenedNumber {
  return {
    title: tools.t(`core:reports.columns.${id}`),
    of: tools.text.lineName(line),
    definition: id,
    groups: groupsOf(line, numbersOf[id], tools),
  }
}

/** What the first-time pass rate of a part opens. */
export function openedPart(line: CertificationLine, part: string, tools: CellTools): OpenedNumber {
  return {
    title: `${tools.t('core:reports.columns.firstTimePart')}: ${tools.partName(part)}`,
    of: tools.text.lineName(line),
    definition: 'firstTimePart',
    groups: groupsOf(line, ['passedFirst', 'tested'], tools, part),
  }
}

/** The columns of a table of certification lines. */
export function certificationColumns(
  nameLabel: string,
  tools: CellTools,
  onOpen: OpenNumber,
): TableColumn<CertificationLine>[] {
  const { credential, t, partName } = tools
  const count = (id: 'completers' | 'certified' | 'pending') => ({
    id,
    label: t(`core:reports.columns.${id}`),
    isNumeric: true,
    cell: (line: CertificationLine) => (
      <CountCell value={line[id]} opened={openedCount(line, id, tools)} onOpen={onOpen} />
    ),
  })
  const rate = (id: RateId) => ({
    id,
    label: t(`core:reports.columns.${id}`),
    isNumeric: true,
    cell: (line: CertificationLine) => (
      <RateCell rate={line[id]} opened={openedRate(line, id, tools)} onOpen={onOpen} />
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
          <RateCell rate={part.firstTime} opened={openedPart(line, key, tools)} onOpen={onOpen} />
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
