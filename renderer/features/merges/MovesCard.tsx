import { useTranslation } from 'react-i18next'
import type { MergePreview } from '../../../shared/contract/merges.ts'
import { Card } from '../../ui/Card.tsx'
import { KeyValueList } from '../../ui/KeyValueList.tsx'
import { useLearnerWords } from '../learners/learnerWords.ts'
import styles from './Merges.module.css'

/** What the one record will hold: how much goes over, and what is united. */
export function MovesCard({ preview }: { preview: MergePreview }) {
  const { t, i18n } = useTranslation('merges')
  const { day, number } = useLearnerWords()
  const { moves, phones, studentIds, sharedClasses } = preview
  const list = new Intl.ListFormat(i18n.language)
  return (
    <Card title={t('moves.title')}>
      {moves.length === 0 ? (
        <p className={styles.quiet}>{t('moves.none')}</p>
      ) : (
        <KeyValueList
          items={moves.map(({ kind, count }) => ({ label: t(`kinds.${kind}`), value: number(count) }))}
        />
      )}
      <KeyValueList
        items={[
          { label: t('moves.studentIds'), value: studentIds.length > 0 ? list.format(studentIds) : null },
          { label: t('moves.phones'), value: phones.length > 0 ? list.format(phones) : null },
        ]}
      />
      {sharedClasses.map(({ code, startDate, endDate }) => (
        <p key={code} className={styles.quiet}>
          {t('moves.sharedClass', {
            code,
            from: day(startDate) ?? t('moves.always'),
            to: day(endDate) ?? t('moves.stillThere'),
          })}
        </p>
      ))}
    </Card>
  )
}
