import { useTranslation } from 'react-i18next'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { wholeYearsBetween } from '../../../shared/values/dates.ts'
import { useSession } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Link } from '../../ui/Link.tsx'
import { useLearnerWords } from './learnerWords.ts'
import { PhoneList } from './PhoneList.tsx'
import styles from './LearnerScreen.module.css'

/** The facts that the day's work needs; the rest is folded away. */
export function FactsCard({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const { today } = useSession()
  const { day, inLanguage } = useLearnerWords()
  const { birthDate, phones, email, schooling, equivalency, interestTrack, notes, interestNote } = learner
  return (
    <Card title={t('page.facts')}>
      <KeyValueList
        items={[
          { label: t('fields.phones'), value: phones.length > 0 ? <PhoneList phones={phones} /> : null },
          {
            label: t('fields.birthDate'),
            value:
              birthDate &&
              t('page.bornAndAge', { day: day(birthDate), years: wholeYearsBetween(birthDate, today) }),
          },
          { label: t('fields.firstLanguage'), value: learner.firstLanguage },
          { label: t('fields.interest'), value: interestTrack && inLanguage(interestTrack.name) },
          { label: t('fields.schooling'), value: schooling && t(`core:words.schoolingLevels.${schooling}`) },
          {
            label: t('fields.equivalency'),
            value: equivalency && t(`core:words.equivalencyStates.${equivalency}`),
          },
        ]}
      />
      <Disclosure>
        <KeyValueList
          items={[
            { label: t('fields.email'), value: email && <Link href={`mailto:${email}`}>{email}</Link> },
            { label: t('fields.workSchedule'), value: learner.workSchedule },
            { label: t('fields.schoolingCountry'), value: learner.schoolingCountry },
            { label: t('fields.referralSource'), value: learner.referralSource },
            { label: t('page.addedOn'), value: day(learner.createdAt.slice(0, 10)) },
          ]}
        />
        {interestNote !== null && <Note label={t('fields.interestNote')} text={interestNote} />}
        {notes !== null && <Note label={t('fields.notes')} text={notes} />}
      </Disclosure>
    </Card>
  )
}

function Note({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <h3 className={styles.noteLabel}>{label}</h3>
      <p className={styles.note}>{text}</p>
    </div>
  )
}
