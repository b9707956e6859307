import { useTranslation } from 'react-i18next'
import type { IsoDate } from '../../../shared/values/dates.ts'
import type { SkillArea } from '../../../shared/values/vocabulary.ts'
import type { NumberAsked, NumberToOpen } from './numberToOpen.ts'

type Span = Extract<NumberAsked, { explain: 'hours' }>['input']['span']

/** Whose hours they are, and how they are written where they stand. */
interface Written {
  learnerId: number
  /** The skill on a learner's page, the person in a list. */
  of: string
  text: string
}

/** Hours of a learner that open the days they were attended on. */
export function useHourNumbers() {
  const { t } = useTranslation('explain')
  const opened = (
    { learnerId, of, text }: Written,
    title: string,
    definition: NumberToOpen['definition'],
    span: Span,
  ): NumberToOpen => ({
    ...{ title, of, text, definition },
    asked: { explain: 'hours', input: { learnerId, span } },
  })
  return {
    /** All on record. */
    onRecord: (written: Written) =>
      opened(written, t('hourTitles.onRecord'), 'hoursOnRecord', { kind: 'everyDay' }),
    /** Of a period of participation. */
    ofPeriod: (written: Written, from: IsoDate, to: IsoDate) =>
      opened(written, t('hourTitles.ofPeriod'), 'hoursOfPeriod', { kind: 'days', from, to }),
    /** Since the newest test of a skill. */
    sinceTest: (written: Written, skillArea: SkillArea) =>
      opened(written, t('hourTitles.sinceTest'), 'hoursSinceTest', { kind: 'sinceTest', skillArea }),
    /** Still missing until the next test of a skill may be given. */
    toNextTest: (written: Written, skillArea: SkillArea) =>
      opened(written, t('hourTitles.toNextTest'), 'hoursToNextTest', { kind: 'untilNextTest', skillArea }),
  }
}
