import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GainLine, LearnerGain } from '../../../shared/contract/gains.ts'
import { listName } from '../../../shared/values/names.ts'
import { api, failureFrom } from '../../api.ts'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatDay } from '../../ui/formatDay.ts'
import { Link } from '../../ui/Link.tsx'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { SidePanel } from '../../ui/SidePanel.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { useFailureText } from '../../useFailureText.ts'
import { useLevelWords } from '../assessments/levelWords.ts'
import styles from './Gains.module.css'

export interface OpenedGain {
  line: GainLine
  title: string
  programYear: number
}

/** More than a panel can be read through. */
const mostShown = 300
const states = ['gained', 'noGain', 'notMeasured'] as const

function Person({ person }: { person: LearnerGain }) {
  const { t, i18n } = useTranslation('gains')
  const { short } = useLevelWords()
  const hours = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const test = (one: LearnerGain['pre'], level: number | null) =>
    one === null
      ? null
      : t('panel.test', {
          day: formatDay(one.testedOn, i18n.language),
          form: one.form ?? '',
          score: one.score ?? '',
          level: short(level),
        })
  const facts = [
    test(person.pre, person.preLevel),
    test(person.post, person.postLevel),
    person.hours === null ? null : t('panel.hours', { hours: hours.format(person.hours) }),
    person.reason === null ? null : t(`reasons.${person.reason}`),
  ].filter((fact) => fact !== null)
  return (
    <li className={styles.person}>
      <Link href={`#/learners/${person.learnerId}`}>{listName(person)}</Link>
      {facts.map((fact) => (
        <span key={fact} className={styles.quiet}>
          {fact}
        </span>
      ))}
    </li>
  )
}

/** What the numbers of a line mean, the learners behind them, and the tests that each value comes from. */
export function GainPeoplePanel({ opened, onClose }: { opened: OpenedGain; onClose: () => void }) {
  const { t } = useTranslation('gains')
  const say = useFailureText()
  const { kind, key, skillArea, preTested, postTested, gained } = opened.line
  const [chosen, setChosen] = useState<(typeof states)[number]>('gained')
  const people = useQuery(
    api.gains.learners.queryOptions({ input: { programYear: opened.programYear, kind, key, skillArea } }),
  )
  const countOf = { gained, noGain: postTested - gained, notMeasured: preTested - postTested }
  const shown = people.data?.filter(({ state }) => state === chosen) ?? []
  return (
    <SidePanel
      isOpen
      takesFocus
      onClose={onClose}
      title={opened.title}
      subtitle={t(`core:words.skillAreas.${skillArea}`)}
    >
      <div className={styles.panel}>
        <p>{t('panel.definition')}</p>
        <p className={styles.quiet}>{t('panel.counts', { preTested, postTested, gained })}</p>
        <SegmentedControl
          label={t('panel.which')}
          options={states.map((id) => ({ id, label: t(`panel.states.${id}`, { count: countOf[id] }) }))}
          value={chosen}
          onChange={setChosen}
        />
        {people.error && (
          <ErrorState
            message={say(failureFrom(people.error)).message}
            onRetry={() => void people.refetch()}
          />
        )}
        {people.isPending && <Skeleton lines={6} />}
        <ul className={styles.people}>
          {shown.slice(0, mostShown).map((person) => (
            <Person key={person.learnerId} person={person} />
          ))}
        </ul>
        {shown.length > mostShown && (
          <p className={styles.quiet}>{t('panel.more', { count: shown.length - mostShown })}</p>
        )}
      </div>
    </SidePanel>
  )
}
