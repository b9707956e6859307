import { contract } from '../../shared/contract/index.ts'
import { credentialRules } from '../../shared/rules/certification.ts'
import { command, query } from '../calls/useCase.ts'
import { readCohort } from '../cohorts/cohortRecords.ts'
import { readMembers } from '../cohorts/memberRecords.ts'
import { refused } from '../failure.ts'
import { gridColumns, gridRow } from './attemptGrid.ts'
import { recordAttempts } from './recordAttempts.ts'

export const attempts = {
  grid: query(contract.attempts.grid, async ({ input, db, today, sight }) => {
    const asOf = input.asOf ?? today
    const cohort = await readCohort(db, input.cohortId, sight)
    const members = (await readMembers(db, [cohort.id], sight)).get(cohort.id) ?? []
    return {
      asOf,
      credential: cohort.credential,
      columns: gridColumns(cohort, members),
      rows: members.map((member) => gridRow(member, cohort, asOf)),
    }
  }),

  record: command(contract.attempts.record, async ({ input, db, sight, today, now, audit }) => {
    const cohort = await readCohort(db, input.cohortId, sight)
    if (cohort.credential === null) throw refused('attempts.noCredential')
    const members = (await readMembers(db, [cohort.id], sight)).get(cohort.id) ?? []
    const rules = credentialRules(cohort.credential)
    return recordAttempts(db, { cohort, members, rules }, input.attempts, { today, now, audit })
  }),
}
