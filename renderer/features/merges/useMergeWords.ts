import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { TrackReference } from '../../../shared/contract/learnerFacts.ts'
import type { MergeDouble, MergedFactRow, MergedPerson } from '../../../shared/contract/merges.ts'
import type { MergedFact } from '../../../shared/rules/merging.ts'
import { listName } from '../../../shared/values/names.ts'
import { api } from '../../api.ts'
import { useLearnerWords } from '../learners/learnerWords.ts'

type Origin = MergedFactRow['keptOrigin']

/** Facts, their origins and people, in the reader's words. */
export function useMergeWords(tracks: readonly TrackReference[] = []) {
  const { t } = useTranslation('merges')
  const { day, inLanguage } = useLearnerWords()
  const { locale } = useLocale()
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const factName = (fact: MergedFact) => {
    if (fact === 'status') return t('fact.status')
    return t(`learners:fields.${fact === 'interestTrackId' ? 'interest' : fact}`)
  }
  function factText(fact: MergedFact, value: string | number | null): string {
    if (value === null || value === '') return t('fact.empty')
    switch (fact) {
      case 'birthDate':
        return day(String(value)) ?? ''
      case 'status':
        return t(`core:words.learnerStatuses.${value}`)
      case 'schooling':
        return t(`core:words.schoolingLevels.${value}`)
      case 'equivalency':
        return t(`core:words.equivalencyStates.${value}`)
      case 'interestTrackId': {
        const track = tracks.find(({ id }) => id === value)
        return track ? inLanguage(track.name) : String(value)
      }
      default:
        return String(value)
    }
  }
  return {
    ...{ factName, factText, day },
    moment: (at: string) => moment.format(new Date(at)),
    /** "typed 5 May 2026"; nothing where nobody knows. */
    originText: ({ kind, at }: Origin): string | undefined =>
      at === null ? undefined : t(`origin.${kind}`, { day: moment.format(new Date(at)) }),
    /** Enough to tell two records of one name apart. */
    personText: (person: MergedPerson) =>
      [
        listName(person),
        person.studentId,
        person.birthDate && t('person.born', { day: day(person.birthDate) }),
      ]
        .filter(Boolean)
        .join(' · '),
  }
}

type SideOf<Kind extends MergeDouble['kind']> = Extract<MergeDouble, { kind: Kind }>['kept']

/** What stands in both records, and each side of it, in the reader's words. */
export function useDoubleWords() {
  const { t } = useTranslation('merges')
  const { day, level, inLanguage, number } = useLearnerWords()
  const components = useQuery(api.instructionHours.components.queryOptions({ input: {} }))
  const componentName = (key: string) => {
    if (key === 'english') return t('learners:hours.english')
    const known = components.data?.find((one) => one.key === key)
    return known ? inLanguage(known.name) : key
  }
  const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
  const hoursSide = (side: SideOf<'hours'>) =>
    join(
      t('double.hours', { hours: number(side.hours) }),
      t('double.span', { from: day(side.periodFrom), to: day(side.periodTo) }),
    )
  const seatSide = ({ outcome, outcomeOn, startedOn }: SideOf<'cohortMember'>) =>
    join(
      t(`core:words.memberOutcomes.${outcome}`),
      day(outcomeOn),
      startedOn && t('double.started', { day: day(startedOn) }),
    )
  function about(double: MergeDouble): string {
    switch (double.kind) {
      case 'assessment': {
        const { instrument, skillArea, form, testedOn } = double.about
        return join(t(`core:words.skillAreas.${skillArea}`), `${instrument} ${form}`, day(testedOn))
      }
      case 'attendance':
        return join(double.about.sectionCode, day(double.about.heldOn))
      case 'hours': {
        const { sectionCode, cohortCode, component } = double.about
        return join(sectionCode, cohortCode, componentName(component))
      }
      case 'waitingPlace':
        return inLanguage(double.about.track)
      case 'cohortMember':
        return double.about.cohortCode
      case 'attempt': {
        const { cohortCode, partName, takenOn } = double.about
        return join(cohortCode, inLanguage(partName), day(takenOn))
      }
    }
  }
  function side(double: MergeDouble, which: 'kept' | 'other'): string {
    switch (double.kind) {
      case 'assessment': {
        const { scoreText, level: reached, accurate } = double[which]
        return join(scoreText, reached !== null && level(reached), !accurate && t('double.inaccurate'))
      }
      case 'attendance': {
        const { mark, minutes } = double[which]
        return join(
          t(`core:words.attendanceMarks.${mark}`),
          minutes !== null && t('double.minutes', { minutes }),
        )
      }
      case 'hours':
        return hoursSide(double[which])
      case 'waitingPlace': {
        const { place, addedOn } = double[which]
        return join(t('double.place', { place }), t('double.since', { day: day(addedOn) }))
      }
      case 'cohortMember':
        return seatSide(double[which])
      case 'attempt':
        return t(`core:words.attemptResults.${double[which].result}`)
    }
  }
  return { about, side }
}
