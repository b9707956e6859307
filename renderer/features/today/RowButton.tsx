import { useTranslation } from 'react-i18next'
import { listName, type PersonName } from '../../../shared/values/names.ts'
import { Button } from '../../ui/Button.tsx'

interface RowButtonProps {
  action: 'recordTest' | 'noteContact' | 'recordExam'
  /** Whose row it is. */
  of: PersonName
  onPress: () => void
}

/** What is done in the row of a learner; its name says whose. */
export function RowButton({ action, of, onPress }: RowButtonProps) {
  const { t } = useTranslation('today')
  const words = t(`actions.${action}`)
  return (
    <Button isSmall onPress={onPress} aria-label={t('actions.for', { action: words, name: listName(of) })}>
      {words}
    </Button>
  )
}
