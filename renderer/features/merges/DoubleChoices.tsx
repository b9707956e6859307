import { useTranslation } from 'react-i18next'
import type { MergeDouble } from '../../../shared/contract/merges.ts'
import type { MergeSide } from '../../../shared/rules/merging.ts'
import { Card } from '../../ui/Card.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import styles from './Merges.module.css'
import { useDoubleWords } from './useMergeWords.ts'

export type SidesChosen = Readonly<Record<string, MergeSide>>

interface DoubleChoicesProps {
  doubles: readonly MergeDouble[]
  chosen: SidesChosen
  onChoose: (key: string, side: MergeSide) => void
}

/** What stands in both records though it happened once: which of the two counts. */
export function DoubleChoices({ doubles, chosen, onChoose }: DoubleChoicesProps) {
  const { t } = useTranslation('merges')
  const { about, side } = useDoubleWords()
  if (doubles.length === 0) return null
  return (
    <Card title={t('doubles.title', { count: doubles.length })}>
      <p className={styles.quiet}>{t('doubles.lead')}</p>
      {doubles.map((double) => {
        const value = chosen[double.key] ?? double.proposed
        return (
          <RadioGroup<MergeSide>
            key={double.key}
            name={double.key}
            label={`${t(`doubles.kinds.${double.kind}`)}: ${about(double)}`}
            isInColumns
            orientation="horizontal"
            options={[
              { id: 'kept', label: side(double, 'kept') },
              { id: 'other', label: side(double, 'other') },
            ]}
            value={value}
            onChange={(next) => onChoose(double.key, next)}
            {...(value === null ? { hint: t('doubles.toDecide') } : {})}
          />
        )
      })}
    </Card>
  )
}
