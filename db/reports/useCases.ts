import { contract } from '../../shared/contract/index.ts'
import { longQuery, query } from '../calls/useCase.ts'
import { certificationReport } from './certificationReport.ts'
import { completionReport } from './completionReport.ts'
import { exportCertification, exportCompletion } from './exportReport.ts'
import { reportPopulation } from './population.ts'

export const reports = {
  completion: query(contract.reports.completion, async ({ input, db, today, sight }) =>
    completionReport(db, await reportPopulation(db, input, today, sight)),
  ),

  certification: query(contract.reports.certification, async ({ input, db, today, sight }) =>
    certificationReport(db, await reportPopulation(db, input, today, sight)),
  ),

  exportCompletion: longQuery(contract.reports.exportCompletion, exportCompletion),
  exportCertification: longQuery(contract.reports.exportCertification, exportCertification),
}
