import { useTranslation } from 'react-i18next'
import { listName, type PersonName } from '../../../shared/values/names.ts'
import { Button } from '../../ui/Button.tsx'

/** Opens the entry of a test for the learner of a row; its name says whose. */
export function RecordTestButton({ learner, onPress }: { learner: PersonName; onPress: () => void }) {
  const { t } = useTranslation('today')
  return (
    <Button isSmall onPress={onPress} aria-label={t('postTests.recordOf', { name: listName(learner) })}>
      {t('postTests.record')}
    </Button>
  )
}
