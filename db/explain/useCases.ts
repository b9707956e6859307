import { contract } from '../../shared/contract/index.ts'
import { query } from '../calls/useCase.ts'
import { refused } from '../failure.ts'
import { certificationMadeOf } from './certification.ts'
import { absencesMadeOf, attendanceMadeOf, classMembersMadeOf } from './classNumbers.ts'
import { cohortMadeOf } from './cohortNumbers.ts'
import { completionMadeOf } from './completion.ts'
import { explanationOf } from './explanation.ts'
import { federalMadeOf } from './federal.ts'
import { findingsMadeOf } from './findings.ts'
import { gainsMadeOf } from './gains.ts'
import { learnerGainMadeOf } from './learnerGain.ts'
import { hoursMadeOf, learnersMadeOf, levelMadeOf } from './learnerNumbers.ts'
import { screeningMadeOf } from './screeningNumbers.ts'
import { timeToReadyMadeOf } from './timeToReady.ts'
import { whatIfMadeOf } from './whatIf.ts'
import { todayMadeOf } from './todayNumbers.ts'
import { workListMadeOf } from './workLists.ts'

/** A report for outside use has no names behind its numbers. */
function refuseOutside({ filters }: { filters: { audience: 'identified' | 'outside' } }): void {
  if (filters.audience === 'outside') throw refused('reports.noNamesOutside')
}

/** What every number on screen is made of, worked out by the rule that the screen uses. */
export const explain = {
  learners: query(contract.explain.learners, async (call) => explanationOf(call, await learnersMadeOf(call))),
  today: query(contract.explain.today, async (call) => explanationOf(call, await todayMadeOf(call))),
  workList: query(contract.explain.workList, async (call) => explanationOf(call, await workListMadeOf(call))),
  completion: query(contract.explain.completion, async (call) => {
    refuseOutside(call.input)
    return explanationOf(call, await completionMadeOf(call))
  }),
  certification: query(contract.explain.certification, async (call) => {
    refuseOutside(call.input)
    return explanationOf(call, await certificationMadeOf(call))
  }),
  gains: query(contract.explain.gains, async (call) => explanationOf(call, await gainsMadeOf(call))),
  federal: query(contract.explain.federal, async (call) => explanationOf(call, await federalMadeOf(call))),
  hours: query(contract.explain.hours, async (call) => explanationOf(call, await hoursMadeOf(call))),
  level: query(contract.explain.level, async (call) => explanationOf(call, await levelMadeOf(call))),
  learnerGain: query(contract.explain.learnerGain, async (call) =>
    explanationOf(call, await learnerGainMadeOf(call)),
  ),
  timeToReady: query(contract.explain.timeToReady, async (call) =>
    explanationOf(call, await timeToReadyMadeOf(call)),
  ),
  attendance: query(contract.explain.attendance, async (call) =>
    explanationOf(call, await attendanceMadeOf(call)),
  ),
  absences: query(contract.explain.absences, async (call) => explanationOf(call, await absencesMadeOf(call))),
  cohort: query(contract.explain.cohort, async (call) => explanationOf(call, await cohortMadeOf(call))),
  classMembers: query(contract.explain.classMembers, async (call) =>
    explanationOf(call, await classMembersMadeOf(call)),
  ),
  screening: query(contract.explain.screening, async (call) =>
    explanationOf(call, await screeningMadeOf(call)),
  ),
  whatIf: query(contract.explain.whatIf, async (call) => explanationOf(call, await whatIfMadeOf(call))),
  findings: query(contract.explain.findings, async (call) => explanationOf(call, await findingsMadeOf(call))),
}
