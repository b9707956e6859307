import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/contract/learnerTimeline.ts'
import type { Meaning } from '../../ui/Badge.tsx'
import { useLearnerWords } from './learnerWords.ts'

interface EntryWords {
  /** What happened, as a sentence reads. */
  main: string
  /** The screening or cohort behind it; null for what has no page. */
  href: string | null
  /** What is good to know beside it; empty if nothing is. */
  detail: string
  /** A word that changes how the entry is to be read. */
  mark: { kind: Meaning; word: string } | null
}

const resultMeanings: Record<Extract<TimelineEntry, { kind: 'attempt' }>['result'], Meaning> = {
  pass: 'success',
  fail: 'danger',
  noShow: 'warning',
  waiting: 'info',
}

const screeningMeanings: Record<Extract<TimelineEntry, { kind: 'screening' }>['result'], Meaning> = {
  eligible: 'success',
  needsInformation: 'info',
  notYet: 'warning',
}

/** Puts an entry of the timeline into words. */
export function useTimelineWords(): (entry: TimelineEntry) => EntryWords {
  const { t } = useTranslation('learners')
  const { day, level, inLanguage } = useLearnerWords()
  const joined = (parts: readonly (string | null | false)[]) => parts.filter(Boolean).join(' · ')

  function assessment(entry: Extract<TimelineEntry, { kind: 'assessment' }>): EntryWords {
    const area = t(`core:words.skillAreas.${entry.skillArea}`)
    const mark = entry.voided
      ? { kind: 'neutral' as const, word: t('timeline.voided') }
      : !entry.accurate
        ? { kind: 'warning' as const, word: t('timeline.notAccurate') }
        : null
    return {
      main:
        entry.score === null
          ? t('timeline.testWithoutScore', { area, result: entry.scoreText })
          : t('timeline.test', { area, score: entry.score, level: level(entry.level) }),
      detail: joined([
        `${entry.instrument} ${entry.form}`,
        entry.voidReason,
        entry.sameFormReason,
        entry.earlyReason && t('assessments:history.early', { reason: entry.earlyReason }),
      ]),
      href: null,
      mark,
    }
  }

  return (entry) => {
    switch (entry.kind) {
      case 'assessment':
        return assessment(entry)
      case 'screening':
        return {
          href: `#/screenings/${entry.id}`,
          main: t('timeline.screened', { track: inLanguage(entry.track.name) }),
          detail: joined([
            t('timeline.forStart', { day: day(entry.startDate) }),
            entry.withinReach && t('timeline.withinReach'),
          ]),
          mark: {
            kind: screeningMeanings[entry.result],
            word: t(`core:words.screeningResults.${entry.result}`),
          },
        }
      case 'decision':
        return {
          href: `#/screenings/${entry.screeningId}`,
          main: t('timeline.decided', {
            decision: t(`core:words.decisions.${entry.decision}`),
            track: inLanguage(entry.track.name),
          }),
          detail: joined([entry.decidedByName, entry.reason]),
          mark: null,
        }
      case 'waitlist':
        return {
          href: null,
          main: t(`timeline.waitlist.${entry.change}`, { track: inLanguage(entry.track.name) }),
          detail: joined([
            entry.lookAgainOn !== null && t('timeline.lookAgain', { day: day(entry.lookAgainOn) }),
            entry.note,
          ]),
          mark: null,
        }
      case 'cohortStart':
        return {
          href: `#/cohorts/${entry.cohortId}`,
          main: t(entry.started ? 'timeline.started' : 'timeline.hasSeat', { cohort: entry.cohortCode }),
          detail: joined([inLanguage(entry.track.name), entry.site]),
          mark: null,
        }
      case 'cohortEnd':
        return {
          href: `#/cohorts/${entry.cohortId}`,
          main: t('timeline.ended', {
            cohort: entry.cohortCode,
            outcome: t(`core:words.memberOutcomes.${entry.outcome}`),
          }),
          detail: joined([
            inLanguage(entry.track.name),
            entry.reason !== null && t(`core:words.leavingReasons.${entry.reason}`),
          ]),
          mark: null,
        }
      case 'attempt':
        return {
          href: `#/cohorts/${entry.cohortId}`,
          main: t('timeline.attempt', { part: inLanguage(entry.partName), number: entry.number }),
          detail: joined([inLanguage(entry.track.name), entry.cohortCode]),
          mark: { kind: resultMeanings[entry.result], word: t(`core:words.attemptResults.${entry.result}`) },
        }
      case 'contact':
        return {
          href: null,
          main: t('timeline.contact', {
            result: t(`core:words.contactResults.${entry.result}`),
            occasion: t(`core:words.contactOccasions.${entry.occasion}`),
          }),
          detail: joined([
            entry.sectionCode,
            entry.reason !== null && t(`core:words.absenceReasons.${entry.reason}`),
            entry.byName,
          ]),
          mark: null,
        }
    }
  }
}
