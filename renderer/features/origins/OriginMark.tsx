import { useTranslation } from 'react-i18next'
import type { OriginSubject } from '../../../shared/values/origins.ts'
import { OriginIcon } from '../../ui/icons.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { OriginWords } from './OriginWords.tsx'
import styles from './Origins.module.css'

interface OriginMarkProps {
  /** The record, by its kind and number. */
  subject: OriginSubject
  subjectId: number
  /** The values that the mark stands beside; left out, it tells of the record as a whole. */
  fields?: readonly string[]
  /** What they are, in the reader's words: the birth date, a test and its day. */
  name: string
}

/** A quiet mark beside a value: it opens the file, row and day it came with, or who typed it and when. */
export function OriginMark({ subject, subjectId, fields, name }: OriginMarkProps) {
  const { t } = useTranslation('origins')
  const label = t('mark', { name })
  return (
    <span className={styles.mark}>
      <Popover trigger={<IconButton isSmall icon={OriginIcon} label={label} />} label={label}>
        <OriginWords subject={subject} subjectId={subjectId} {...(fields ? { fields } : {})} />
      </Popover>
    </span>
  )
}
