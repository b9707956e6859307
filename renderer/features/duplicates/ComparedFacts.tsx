import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import type { ComparedPerson, DuplicatePair } from '../../../shared/contract/duplicates.ts'
import { listName } from '../../../shared/values/names.ts'
import { StatusDot, type Meaning } from '../../ui/Badge.tsx'
import { Link } from '../../ui/Link.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import { learnerPath } from '../learners/learnerPaths.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'
import { agreementOf, comparedFacts, studentIdsOf, type Agreement, type ComparedFact } from './agreement.ts'

/** What tells more of each record, without telling people apart. */
const furtherFacts = ['preferredName', 'status', 'sections', 'cohorts', 'tests', 'createdAt'] as const
type Fact = ComparedFact | (typeof furtherFacts)[number]

const order: readonly Fact[] = [
  ...(['name', 'preferredName', 'birthDate', 'studentIds', 'phones', 'email', 'firstLanguage'] as const),
  ...(['status', 'sections', 'cohorts', 'tests', 'createdAt'] as const),
]

const meanings: Record<Exclude<Agreement, null>, Meaning> = {
  same: 'success',
  similar: 'warning',
  different: 'danger',
  oneOnly: 'neutral',
}

const isCompared = (fact: Fact): fact is ComparedFact => (comparedFacts as readonly Fact[]).includes(fact)

/** Two records side by side, with what agrees and what differs. */
export function ComparedFacts({ pair }: { pair: DuplicatePair }) {
  const { t } = useTranslation('duplicates')
  const { day } = useLearnerWords()
  const values: Record<Fact, (person: ComparedPerson) => ReactNode> = {
    name: (person) => <Link href={`#${learnerPath(person.id)}`}>{listName(person)}</Link>,
    preferredName: ({ preferredName }) => preferredName,
    birthDate: ({ birthDate }) => day(birthDate),
    studentIds: (person) => studentIdsOf(person).join(', '),
    phones: ({ phones }) => phones.join(', '),
    email: ({ email }) => email,
    firstLanguage: ({ firstLanguage }) => firstLanguage,
    status: ({ status }) => t(`core:words.learnerStatuses.${status}`),
    sections: ({ sectionCodes }) => sectionCodes.join(', '),
    cohorts: ({ cohortCodes }) => cohortCodes.join(', '),
    tests: ({ tests, lastTestedOn }) => t('tests', { count: tests, day: day(lastTestedOn) ?? '' }),
    createdAt: ({ createdAt }) => day(createdAt.slice(0, 10)),
  }
  const rows = order.filter((fact) => [pair.first, pair.second].some((one) => Boolean(values[fact](one))))
  return (
    <SimpleTable
      caption={`${listName(pair.first)} · ${listName(pair.second)}`}
      rows={rows}
      rowKey={(fact) => fact}
      columns={[
        {
          id: 'fact',
          label: t('compare.fact'),
          isRowHeader: true,
          cell: (fact) => t(`facts.${fact}`),
        },
        { id: 'first', label: t('compare.first'), cell: (fact) => values[fact](pair.first) },
        { id: 'second', label: t('compare.second'), cell: (fact) => values[fact](pair.second) },
        {
          id: 'agrees',
          label: t('compare.agrees'),
          cell: (fact) => {
            const agreement = isCompared(fact) ? agreementOf(fact, pair) : null
            return (
              agreement && <StatusDot kind={meanings[agreement]}>{t(`agreements.${agreement}`)}</StatusDot>
            )
          },
        },
      ]}
    />
  )
}
