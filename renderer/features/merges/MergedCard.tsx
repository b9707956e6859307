import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayMerge, type PastMerge } from '../../../shared/contract/merges.ts'
import { api } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import styles from './Merges.module.css'
import { UnmergeDialog } from './UnmergeDialog.tsx'
import { useMergeWords } from './useMergeWords.ts'

/** On a learner's page: which records were merged into this one, and the way back. */
export function MergedCard({ learnerId }: { learnerId: number }) {
  const { t } = useTranslation('merges')
  const { personText, moment } = useMergeWords()
  const may = useMay(...mayMerge)
  const [open, setOpen] = useState<PastMerge | null>(null)
  const merges = useQuery({ ...api.merges.ofLearner.queryOptions({ input: { learnerId } }), enabled: may })
  if (!merges.data || (merges.data.length === 0 && open === null)) return null
  return (
    <>
      {merges.data.length > 0 && (
        <Card title={t('card.title')}>
          <ul className={styles.merged}>
            {merges.data.map((merge) => (
              <li key={merge.mergeId} className={styles.mergedItem}>
                <span>
                  {personText(merge.other)}
                  <p className={styles.quiet}>
                    {t('card.by', { day: moment(merge.mergedAt), name: merge.mergedByName })}
                  </p>
                </span>
                {merge.isNewest && (
                  <Button isSmall onPress={() => setOpen(merge)}>
                    {t('takeApart')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {open && <UnmergeDialog merge={open} onClose={() => setOpen(null)} />}
    </>
  )
}
