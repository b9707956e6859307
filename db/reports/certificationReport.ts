import type {
  CertificationLine,
  CertificationReport,
  CredentialReport,
} from '../../shared/contract/reports.ts'
import type { Credential } from '../../shared/contract/tracks.ts'
import {
  certifiedOfCompleters,
  certifiedOfTested,
  countCertification,
  firstTimeRate,
  firstTimeRateOfPart,
} from '../../shared/rules/certificationCounts.ts'
import { groupBy } from '../../shared/rules/groups.ts'
import { credentialRules } from '../../shared/rules/certification.ts'
import type { attemptResults } from '../../shared/values/vocabulary.ts'
import type { Reads } from '../cohorts/cohortRecords.ts'
import { compareWithBenchmarks } from './benchmarkComparisons.ts'
import { credentialForOutsideUse } from './certificationForOutside.ts'
import type { Counted, Population } from './population.ts'
import { linesBy, totalLine, type LineGroup } from './reportLines.ts'
import { shownRateOf } from './shownRates.ts'

function certificationLineOf(
  { kind, key, name, people }: LineGroup,
  credential: Credential,
): CertificationLine {
  const standings = people.map(({ standing }) => standing).filter((standing) => standing !== null)
  const counts = countCertification(standings, credentialRules(credential))
  return {
    kind,
    key,
    name,
    completers: counts.completers,
    parts: counts.parts.map((part) => ({
      part: part.part,
      firstTime: shownRateOf(firstTimeRateOfPart(part)),
    })),
    firstTime: shownRateOf(firstTimeRate(counts)),
    certified: counts.certified,
    certifiedOfTested: shownRateOf(certifiedOfTested(counts)),
    certifiedOfCompleters: shownRateOf(certifiedOfCompleters(counts)),
    pending: counts.pending,
  }
}

/** Sittings by part and attempt number, of those that lie on or before the as-of date. */
function sittingsByAttempt(counted: readonly Counted[], credential: Credential, asOf: string) {
  const attempts = counted.flatMap(({ member }) => member.attempts).filter(({ takenOn }) => takenOn <= asOf)
  return credential.parts.flatMap(({ key: part }) => {
    const byNumber = groupBy(
      attempts.filter((attempt) => attempt.part === part),
      ({ sequence }) => sequence,
    )
    return [...byNumber]
      .sort(([a], [b]) => a - b)
      .map(([number, sittings]) => {
        const resultOf = (sitting: (typeof sittings)[number]) =>
          sitting.resultOn !== null && sitting.resultOn > asOf ? 'waiting' : sitting.result
        const count = (result: (typeof attemptResults)[number]) =>
          sittings.filter((sitting) => resultOf(sitting) === result).length
        return {
          part,
          number,
          pass: count('pass'),
          fail: count('fail'),
          noShow: count('noShow'),
          waiting: count('waiting'),
        }
      })
  })
}

async function credentialReport(
  db: Reads,
  credential: Credential,
  counted: readonly Counted[],
  { asOf, scope }: Population,
): Promise<CredentialReport> {
  const lines = (kind: 'cohort' | 'site' | 'entryLevel') =>
    linesBy(kind, counted).map((line) => certificationLineOf(line, credential))
  const report = {
    credential,
    trackName: counted[0]!.cohort.trackName,
    total: certificationLineOf(totalLine(counted), credential),
    byCohort: lines('cohort'),
    bySite: lines('site'),
    byEntryLevel: lines('entryLevel'),
    byAttempt: sittingsByAttempt(counted, credential, asOf),
  }
  const shown = scope.audience === 'outside' ? credentialForOutsideUse(report) : report
  return { ...shown, benchmarks: await compareWithBenchmarks(db, counted[0]!.cohort.trackId, shown.total) }
}

/** Certification as of a date, one part for each credential that the cohorts lead to. */
export async function certificationReport(db: Reads, population: Population): Promise<CertificationReport> {
  const withCredential = population.counted.filter(({ cohort }) => cohort.credential !== null)
  const byCredential = groupBy(withCredential, ({ cohort }) => cohort.credential!.id)
  const credentials: CredentialReport[] = []
  for (const counted of byCredential.values()) {
    credentials.push(await credentialReport(db, counted[0]!.cohort.credential!, counted, population))
  }
  const people =
    population.scope.audience === 'outside' && (population.scope.people ?? 0) < 10
      ? null
      : population.scope.people
  return { scope: { ...population.scope, people }, credentials }
}
