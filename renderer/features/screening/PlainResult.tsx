import { useTranslation } from 'react-i18next'
import type { ResultRow, Screening } from '../../../shared/contract/screenings.ts'
import { stepOwner } from '../../../shared/rules/screening/sentenceFor.ts'
import type { Language } from '../../../shared/values/vocabulary.ts'
import { formatDay } from '../../ui/formatDay.ts'
import { plainAnswer } from './plainAnswer.ts'
import styles from './PlainResult.module.css'

interface PlainResultProps {
  screening: Screening
  result: ResultRow
  programName: string
  language: Language
}

/** A learner's own result in plain words: what is there, and the next stones to step on. */
export function PlainResult({ screening, result, programName, language }: PlainResultProps) {
  const { i18n } = useTranslation()
  const say = i18n.getFixedT(language, 'screening')
  const day = (iso: string) => formatDay(iso, language)
  const track = screening.trackName[language]
  const asked = (key: string) => screening.requirements.find((one) => one.key === key)
  const there = result.answers.filter(({ state }) => state === 'met' || state === 'waived')
  const steps = (strength: 'required' | 'preferred') =>
    result.nextSteps
      .filter((step) => step.strength === strength)
      .flatMap((step) => {
        const owner = stepOwner(step, screening.requirements)
        const answer = result.answers.find(({ key }) => key === step.requirementKey)
        const message = asked(step.requirementKey)?.message[language]
        return owner && answer && message ? [{ owner, answer, message }] : []
      })
  const needed = steps('required')
  const helpful = steps('preferred')
  return (
    <article lang={language} className={styles.page}>
      <p className={styles.program}>{programName}</p>
      <h1 className={styles.title}>{say('print.title', { track })}</h1>
      <p className={styles.who}>
        {say('print.who', { name: result.learnerName, date: day(screening.asOf) })}
        <br />
        {say('print.start', { date: day(screening.startDate) })}
      </p>
      <p className={styles.lead}>{say(`print.lead.${result.result}`, { track })}</p>
      {needed.length > 0 && (
        <section>
          <h2 className={styles.heading}>{say('print.steps')}</h2>
          <ol className={styles.steps}>
            {needed.map(({ owner, answer, message }) => {
              const how = plainAnswer(answer, i18n, language)
              return (
                <li key={answer.key}>
                  <p className={styles.message}>{message}</p>
                  {how !== null && how !== '' && <p>{how}</p>}
                  <p className={styles.step}>{owner.nextStep[language]}</p>
                  <p>{say('print.offeredBy', { who: owner.offeredBy[language] })}</p>
                </li>
              )
            })}
          </ol>
        </section>
      )}
      {there.length > 0 && (
        <section>
          <h2 className={styles.heading}>{say('print.there')}</h2>
          <ul className={styles.there}>
            {there.map(({ key }) => (
              <li key={key}>{asked(key)?.message[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {helpful.length > 0 && (
        <section>
          <h2 className={styles.heading}>{say('print.helpful')}</h2>
          <ul className={styles.helpful}>
            {helpful.map(({ owner, answer, message }) => (
              <li key={answer.key}>
                <b>{message}.</b> {owner.nextStep[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.foot}>{say('print.foot', { date: day(screening.asOf) })}</p>
    </article>
  )
}
