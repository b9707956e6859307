import { useTranslation } from 'react-i18next'
import { useMay, useSession } from '../../shell/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { People } from './People.tsx'
import { ProgramSettings } from './ProgramSettings.tsx'
import styles from './ProgramScreen.module.css'

/** Settings of the program and the people who sign in. */
export function ProgramScreen() {
  const { t } = useTranslation('program')
  const session = useSession()
  const mayManage = useMay('administrator')
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('version', { version: session.appVersion, host: t(`hosts.${session.host}`) })}
      />
      <div className={styles.parts}>
        <ProgramSettings mayChange={mayManage} />
        {mayManage && <People />}
      </div>
    </>
  )
}
