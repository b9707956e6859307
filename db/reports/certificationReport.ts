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
import type { AttemptResult } from '../../shared/values/vocabulary.ts'
import type { Reads } from '../cohorts/cohortRecords.ts'
import { compareWithBenchmarks, type OwnRate } from './benchmarkComparisons.ts'
import { credentialForOutsideUse, mayShowPeople } from './certificationForOutside.ts'
import { differentPeople, knownSittings, type Counted, type Population } from './population.ts'
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
  const attempts = counted.flatMap(knownSittings(asOf))
  return credential.parts.flatMap(({ key: part }) => {
    const byNumber = groupBy(
      attempts.filter((attempt) => attempt.part === part),
      ({ sequence }) => sequence,
    )
    return [...byNumber]
      .sort(([a], [b]) => a - b)
      .map(([number, sittings]) => {
        const count = (result: AttemptResult) =>
          sittings.filter((sitting) => sitting.result === result).length
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

/** The rate of the total that a benchmark of this measure stands beside. */
function ownRateIn(total: CertificationLine): OwnRate {
  return ({ measure, partKey }) => {
    if (measure === 'firstTimePassRate') return total.firstTime
    if (measure === 'certifiedOfTested') return total.certifiedOfTested
    if (measure === 'certifiedOfCompleters') return total.certifiedOfCompleters
    if (measure === 'completionRate') return undefined
    return total.parts.find(({ part }) => part === partKey)?.firstTime
  }
}

async function credentialReport(
  db: Reads,
  credential: Credential,
  counted: readonly Counted[],
  { asOf, scope: { audience } }: Population,
): Promise<{ full: CertificationLine; report: CredentialReport }> {
  const lines = (kind: 'cohort' | 'site' | 'entryLevel') =>
    linesBy(kind, counted).map((line) => certificationLineOf(line, credential))
  const { trackId, trackName } = counted[0]!.cohort
  const report = {
    credential,
    trackName,
    total: certificationLineOf(totalLine(counted), credential),
    byCohort: lines('cohort'),
    bySite: lines('site'),
    byEntryLevel: lines('entryLevel'),
    byAttempt: sittingsByAttempt(counted, credential, asOf),
  }
  const shown = audience === 'outside' ? credentialForOutsideUse(report) : report
  const tracks = [{ id: trackId, name: trackName }]
  const benchmarks = await compareWithBenchmarks(db, tracks, ownRateIn(shown.total), audience)
  return { full: report.total, report: { ...shown, benchmarks } }
}

/** Certification as of a date, one part for each credential that the cohorts lead to. */
export async function certificationReport(db: Reads, population: Population): Promise<CertificationReport> {
  const { scope } = population
  const withCredential = population.counted.filter(({ cohort }) => cohort.credential !== null)
  const byCredential = groupBy(withCredential, ({ cohort }) => cohort.credential!.id)
  const reports: Awaited<ReturnType<typeof credentialReport>>[] = []
  for (const counted of byCredential.values()) {
    reports.push(await credentialReport(db, counted[0]!.cohort.credential!, counted, population))
  }
  const people = differentPeople(withCredential)
  const totals = reports.map(({ full }) => full)
  const mayTell = scope.audience === 'identified' || mayShowPeople(people, totals)
  return {
    scope: { ...scope, people: mayTell ? people : null },
    credentials: reports.map(({ report }) => report),
  }
}
