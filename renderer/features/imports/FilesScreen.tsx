import { useTranslation } from 'react-i18next'
import { importKinds } from '../../../shared/values/imports.ts'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FilesOutCard } from './FilesOutCard.tsx'
import { FileDrop } from './FileDrop.tsx'
import styles from './Files.module.css'
import { useMayImport, useMayReadFiles } from './importRoles.ts'
import { PastImports } from './PastImports.tsx'

/** Bring a file in, make one for another system, and see what was brought before. */
export function FilesScreen() {
  const { t } = useTranslation('imports')
  const mayImport = useMayImport()
  const mayRead = useMayReadFiles()
  return (
    <>
      <PageHeader title={t('title')} subtitle={mayImport ? t('lead') : undefined} />
      <div className={styles.screen}>
        {mayImport ? (
          <>
            <FileDrop />
            <ul className={styles.kinds}>
              {importKinds.map((kind) => (
                <li key={kind} className={styles.kind}>
                  <h2 className={styles.kindName}>{t(`kinds.${kind}.name`)}</h2>
                  <p className={styles.quiet}>{t(`kinds.${kind}.what`)}</p>
                </li>
              ))}
            </ul>
            <FilesOutCard />
          </>
        ) : (
          <Notice>{t(mayRead ? 'mayNot' : 'mayNotRead')}</Notice>
        )}
        {mayRead && (
          <Card title={t('past.title')}>
            <PastImports />
          </Card>
        )}
      </div>
    </>
  )
}
