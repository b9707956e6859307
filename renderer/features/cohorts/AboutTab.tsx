import { useTranslation } from 'react-i18next'
import type { CohortDetails } from '../../../shared/contract/cohorts.ts'
import { useMay } from '../../shell/session.ts'
import { useLocalText } from '../../useLocalText.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EditIcon } from '../../ui/icons.ts'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { Link } from '../../ui/Link.tsx'
import { LessonsDialog } from './CloseCohortDialog.tsx'
import { useDays } from './useDays.ts'
import styles from './Cohorts.module.css'
import { useDraft } from '../../useDraft.ts'

function Lessons({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const mayWrite = useMay('director', 'coordinator')
  const [isWriting, setWriting] = useDraft(`writing lessons of ${cohort.id}`, false)
  const { lessons } = cohort
  return (
    <Card
      title={t('lessons.title')}
      action={
        mayWrite && (
          <Button isSmall icon={EditIcon} onPress={() => setWriting(true)}>
            {lessons ? t('lessons.edit') : t('lessons.write')}
          </Button>
        )
      }
    >
      {lessons === null ? (
        <p className={styles.quiet}>{t('lessons.empty')}</p>
      ) : (
        <KeyValueList
          items={[
            {
              label: t('lessons.whatFailed'),
              value: <span className={styles.lesson}>{lessons.whatFailed}</span>,
            },
            {
              label: t('lessons.whatToChange'),
              value: <span className={styles.lesson}>{lessons.whatToChange}</span>,
            },
          ]}
        />
      )}
      {isWriting && <LessonsDialog cohort={cohort} onClose={() => setWriting(false)} />}
    </Card>
  )
}

/** The facts of the cohort, who teaches it, what it offers, and what was learned. */
export function AboutTab({ cohort }: { cohort: CohortDetails }) {
  const { t } = useTranslation('cohorts')
  const say = useLocalText()
  const { day, span } = useDays()
  const { trackVersion, credential, staff, deliveryFeatures } = cohort
  return (
    <div className={styles.columns}>
      <Card title={t('about.facts')}>
        <KeyValueList
          items={[
            {
              label: t('form.track'),
              value: <Link href={`#/tracks/${cohort.trackId}`}>{say(cohort.trackName)}</Link>,
            },
            {
              label: t('about.rules'),
              value:
                trackVersion &&
                t('about.rulesVersion', {
                  version: trackVersion.version,
                  day: day(trackVersion.effectiveFrom),
                }),
            },
            { label: t('form.credential'), value: credential && say(credential.name) },
            { label: t('form.site'), value: cohort.site },
            { label: t('form.term'), value: cohort.term },
            { label: t('columns.dates'), value: span(cohort.startDate, cohort.endDate) },
            { label: t('form.seats'), value: cohort.seats ?? t('seats.noLimit') },
            { label: t('about.closedOn'), value: cohort.closedOn && day(cohort.closedOn) },
          ]}
        />
      </Card>
      <Card title={t('about.delivery')}>
        <KeyValueList
          items={[
            ...staff.map(({ name, duty }) => ({ label: t(`core:words.staffDuties.${duty}`), value: name })),
            ...deliveryFeatures.map(({ feature, detail }) => ({
              label: t(`core:words.deliveryFeatures.${feature}`),
              value: detail ?? t('about.yes'),
            })),
          ]}
        />
        {staff.length + deliveryFeatures.length === 0 && (
          <p className={styles.quiet}>{t('about.noDelivery')}</p>
        )}
      </Card>
      <div className={styles.wide}>
        <Lessons cohort={cohort} />
      </div>
    </div>
  )
}
