import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'wouter'
import { useSession } from '../../shell/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { programTabs } from './programTabs.ts'
import styles from './ProgramScreen.module.css'

/** Settings of the program, the people who sign in, and what keeps its records safe. */
export function ProgramScreen() {
  const { t } = useTranslation('program')
  const { tab } = useParams()
  const [, navigate] = useLocation()
  const { account, appVersion, host } = useSession()
  const tabs = programTabs
    .filter(({ roles }) => !roles || roles.some((role) => account.roles.includes(role)))
    .map(({ id, content: Content }) => ({ id, label: t(`tabs.${id}`), content: <Content /> }))
  const open = tabs.find(({ id }) => id === tab)?.id ?? 'settings'
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('version', { version: appVersion, host: t(`hosts.${host}`) })}
      />
      <div className={styles.parts}>
        <Tabs
          label={t('parts')}
          tabs={tabs}
          value={open}
          onChange={(id) => navigate(`/program/${id}`, { replace: true })}
        />
      </div>
    </>
  )
}
