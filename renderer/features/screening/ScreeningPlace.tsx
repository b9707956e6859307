import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { ScreeningIcon } from '../../ui/icons.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { PastScreenings } from './PastScreenings.tsx'
import { newScreeningPath } from './screeningPaths.ts'
import styles from './Screening.module.css'
import { WaitingLists } from './WaitingLists.tsx'
import { OwnClassesNotice } from '../../shell/OwnClassesNotice.tsx'

/** Where screenings begin, past ones are opened again, and the waiting lists are kept. */
export function ScreeningPlace() {
  const { t } = useTranslation('screening')
  const [, navigate] = useLocation()
  const mayScreen = useMay('director', 'coordinator')
  const [tab, setTab] = useState<'past' | 'waiting'>('past')
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          mayScreen && (
            <Button variant="primary" icon={ScreeningIcon} onPress={() => navigate(newScreeningPath)}>
              {t('new')}
            </Button>
          )
        }
      />
      <OwnClassesNotice />
      <div className={styles.fill}>
        <Tabs
          label={t('title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'past', label: t('past.title'), content: <PastScreenings /> },
            { id: 'waiting', label: t('waiting.title'), content: <WaitingLists /> },
          ]}
        />
      </div>
    </div>
  )
}
