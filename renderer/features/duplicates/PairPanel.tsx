import { useTranslation } from 'react-i18next'
import type { DuplicatePair } from '../../../shared/contract/duplicates.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { LearnersIcon, PersonIcon } from '../../ui/icons.ts'
import { ComparedFacts } from './ComparedFacts.tsx'
import styles from './Duplicates.module.css'

interface PairPanelProps {
  pair: DuplicatePair
  isAnswering: boolean
  /** Left out for those who only look. */
  onOne?: (() => void) | undefined
  onTwo?: (() => void) | undefined
}

/** One pair side by side, why it is here, and the two answers. */
export function PairPanel({ pair, isAnswering, onOne, onTwo }: PairPanelProps) {
  const { t } = useTranslation('duplicates')
  return (
    <Card title={t(`core:words.duplicateEvidence.${pair.evidence}`)}>
      <div className={styles.panel}>
        <p className={styles.reasons}>
          {pair.reasons.map((reason) => t(`core:words.duplicateReasons.${reason}`)).join(', ')}
        </p>
        {onOne && onTwo && (
          <div className={styles.answers}>
            <Button icon={LearnersIcon} isDisabled={isAnswering} aria-keyshortcuts="Delete" onPress={onTwo}>
              {t('two')}
            </Button>
            <Button icon={PersonIcon} variant="primary" onPress={onOne}>
              {t('one')}
            </Button>
          </div>
        )}
        <ComparedFacts pair={pair} />
      </div>
    </Card>
  )
}
