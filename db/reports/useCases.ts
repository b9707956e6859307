import { contract } from '../../shared/contract/index.ts'
import { longQuery, query } from '../calls/useCase.ts'
import { refused } from '../failure.ts'
import { certificationReport } from './certificationReport.ts'
import { completionReport } from './completionReport.ts'
import { exportCertification, exportCompletion } from './exportReport.ts'
import { reportPopulation, type Counted } from './population.ts'
import { isInCertificationNumber, isInCompletionNumber, reportPersonOf } from './reportPeople.ts'
import { isInLine } from './reportLines.ts'

/** A report for outside use has no names behind its numbers. */
function refuseOutside(audience: 'identified' | 'outside'): void {
  if (audience === 'outside') throw refused('reports.noNamesOutside')
}

const peopleOf = (counted: readonly Counted[]) => counted.map(reportPersonOf)

export const reports = {
  completion: query(contract.reports.completion, async ({ input, db, today, sight }) =>
    completionReport(db, await reportPopulation(db, input, today, sight)),
  ),

  certification: query(contract.reports.certification, async ({ input, db, today, sight }) =>
    certificationReport(db, await reportPopulation(db, input, today, sight)),
  ),

  completionPeople: query(contract.reports.completionPeople, async ({ input, db, today, sight }) => {
    refuseOutside(input.filters.audience)
    const { counted } = await reportPopulation(db, input.filters, today, sight)
    const isCounted = isInCompletionNumber(input.number, input.reason)
    return peopleOf(counted.filter((one) => isInLine(input.line, one) && isCounted(one)))
  }),

  certificationPeople: query(contract.reports.certificationPeople, async ({ input, db, today, sight }) => {
    refuseOutside(input.filters.audience)
    const { counted, asOf } = await reportPopulation(db, input.filters, today, sight)
    const isCounted = isInCertificationNumber(input, asOf)
    return peopleOf(
      counted.filter(
        (one) =>
          one.cohort.credential?.id === input.credentialId && isInLine(input.line, one) && isCounted(one),
      ),
    )
  }),

  exportCompletion: longQuery(contract.reports.exportCompletion, exportCompletion),
  exportCertification: longQuery(contract.reports.exportCertification, exportCertification),
}
