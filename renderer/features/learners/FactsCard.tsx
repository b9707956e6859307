import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LearnerRecord } from '../../../shared/contract/learners.ts'
import { wholeYearsBetween } from '../../../shared/values/dates.ts'
import { useSession } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Link } from '../../ui/Link.tsx'
import { OriginMark } from '../origins/OriginMark.tsx'
import { useLearnerWords } from './learnerWords.ts'
import { PhoneList } from './PhoneList.tsx'
import styles from './LearnerScreen.module.css'

/** The facts that the day's work needs; the rest is folded away. */
export function FactsCard({ learner }: { learner: LearnerRecord }) {
  const { t } = useTranslation('learners')
  const { today } = useSession()
  const { day, inLanguage } = useLearnerWords()
  const { birthDate, phones, email, schooling, equivalency, interestTrack, notes, interestNote } = learner
  const fact = (label: string, value: ReactNode, fields: readonly string[]) => ({
    ...{ label, value },
    mark: <OriginMark subject="learner" subjectId={learner.id} fields={fields} name={label} />,
  })
  return (
    <Card title={t('page.facts')}>
      <KeyValueList
        items={[
          fact(t('fields.phones'), phones.length > 0 ? <PhoneList phones={phones} /> : null, ['phone']),
          fact(
            t('fields.birthDate'),
            birthDate &&
              t('page.bornAndAge', { day: day(birthDate), years: wholeYearsBetween(birthDate, today) }),
            ['birthDate'],
          ),
          fact(t('fields.firstLanguage'), learner.firstLanguage, ['firstLanguage']),
          fact(t('fields.interest'), interestTrack && inLanguage(interestTrack.name), ['interestTrackId']),
          fact(t('fields.schooling'), schooling && t(`core:words.schoolingLevels.${schooling}`), [
            'schooling',
          ]),
          fact(t('fields.equivalency'), equivalency && t(`core:words.equivalencyStates.${equivalency}`), [
            'equivalency',
          ]),
        ]}
      />
      <Disclosure>
        <KeyValueList
          items={[
            fact(t('fields.email'), email && <Link href={`mailto:${email}`}>{email}</Link>, ['email']),
            fact(t('fields.workSchedule'), learner.workSchedule, ['workSchedule']),
            fact(t('fields.schoolingCountry'), learner.schoolingCountry, ['schoolingCountry']),
            fact(t('fields.referralSource'), learner.referralSource, ['referralSource']),
            { label: t('page.addedOn'), value: day(learner.createdAt.slice(0, 10)) },
          ]}
        />
        {interestNote !== null && (
          <Note
            label={t('fields.interestNote')}
            text={interestNote}
            learnerId={learner.id}
            field="interestNote"
          />
        )}
        {notes !== null && (
          <Note label={t('fields.notes')} text={notes} learnerId={learner.id} field="notes" />
        )}
      </Disclosure>
    </Card>
  )
}

interface NoteProps {
  label: string
  text: string
  learnerId: number
  field: string
}

function Note({ label, text, learnerId, field }: NoteProps) {
  return (
    <div>
      <h3 className={styles.noteLabel}>
        {label}
        <OriginMark subject="learner" subjectId={learnerId} fields={[field]} name={label} />
      </h3>
      <p className={styles.note}>{text}</p>
    </div>
  )
}
