import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GainLine } from '../../../shared/contract/gains.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { SimpleTable } from '../../ui/SimpleTable.tsx'
import type { TableColumn } from '../../ui/tableColumns.ts'
import styles from './Gains.module.css'

/** So many classes stand there before somebody asks for all: what follows stays in reach. */
const shownAtFirst = 12

interface ClassGainsProps {
  lines: readonly GainLine[]
  total: GainLine
  columns: readonly TableColumn<GainLine>[]
}

/** The gains of each class, by code as people count: 2 before 10. */
export function ClassGains({ lines, total, columns }: ClassGainsProps) {
  const { t, i18n } = useTranslation('gains')
  const [isWhole, setWhole] = useState(false)
  const { compare } = new Intl.Collator(i18n.language, { numeric: true })
  const sorted = lines.toSorted((one, two) => compare(one.name, two.name))
  const isLong = lines.length > shownAtFirst
  return (
    <Card title={t('byClass')}>
      <SimpleTable
        caption={t('byClass')}
        columns={columns}
        rows={isWhole ? sorted : sorted.slice(0, shownAtFirst)}
        rowKey={({ key }) => key}
        totals={total}
      />
      {isLong && (
        <div className={styles.more}>
          <Button isSmall variant="quiet" onPress={() => setWhole(!isWhole)}>
            {t(isWhole ? 'fewerClasses' : 'allClasses', { count: isWhole ? shownAtFirst : lines.length })}
          </Button>
        </div>
      )}
    </Card>
  )
}
