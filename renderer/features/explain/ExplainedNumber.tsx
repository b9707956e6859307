import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './Explain.module.css'
import { useExplaining, type NumberToOpen } from './numberToOpen.ts'

/** A number that opens what it means, what it is made of, and who is behind it. */
export function ExplainedNumber({ number }: { number: NumberToOpen }) {
  const { t } = useTranslation('explain')
  const { open } = useExplaining()
  const { title, of, text } = number
  return (
    <Button
      className={styles.number ?? ''}
      aria-label={t(of === '' ? 'open' : 'openOf', { title, of, text })}
      onPress={() => open(number)}
    >
      {text}
    </Button>
  )
}
