import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditVerdict } from '../../../shared/contract/audit.ts'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/Form.tsx'
import { SecurityIcon } from '../../ui/icons.ts'
import { InlineError } from '../../ui/InlineError.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useJob } from '../../useJob.ts'
import { useMoment } from '../imports/useMoment.ts'
import styles from './Audit.module.css'

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { t } = useTranslation('audit')
  const moment = useMoment()
  if (verdict.state === 'broken') {
    const { fault, entryId, against } = verdict
    const source = against?.madeAt
    return (
      <Notice kind="danger">
        <p>{t(`verify.faults.${fault}`, { entry: entryId })}</p>
        {against !== null && (
          <p>{source ? t('verify.againstBackup', { at: moment(source) }) : t('verify.againstTyped')}</p>
        )}
        <p>{t('verify.whatNow')}</p>
      </Notice>
    )
  }
  const backups = verdict.comparedWith.filter(({ kind }) => kind === 'backup').length
  return (
    <>
      <Notice kind="success">
        <p>{t('verify.intact', { count: verdict.entries })}</p>
        {verdict.erased > 0 && <p>{t('verify.erased', { count: verdict.erased })}</p>}
        {backups > 0 && <p>{t('verify.backups', { count: backups })}</p>}
        {verdict.comparedWith.length > backups && <p>{t('verify.typedFits')}</p>}
      </Notice>
      <div>
        <p>
          <code className={styles.fingerprint}>{verdict.fingerprint}</code>
        </p>
        <p className={styles.quiet}>{t('verify.noteIt')}</p>
      </div>
    </>
  )
}

/** Checks that nobody changed the record of changes, and says where when somebody did. */
export function VerifyCard() {
  const { t } = useTranslation('audit')
  const checking = useJob(client.audit.verify)
  const [fingerprint, setFingerprint] = useState('')
  const { failure, progress } = checking
  const fieldError = failure?.fields.fingerprint
  return (
    <Card title={t('verify.title')}>
      <div className={styles.stack}>
        <p>{t('verify.about')}</p>
        <Form label={t('verify.title')} onSubmit={() => checking.run({ fingerprint })}>
          <div className={styles.row}>
            <TextField
              label={t('verify.fingerprint')}
              hint={t('verify.fingerprintHint')}
              name="fingerprint"
              value={fingerprint}
              onChange={setFingerprint}
              errorMessage={fieldError}
            />
            <Button type="submit" icon={SecurityIcon} isPending={checking.isRunning}>
              {t('verify.check')}
            </Button>
          </div>
        </Form>
        {checking.isRunning && (
          <ProgressBar
            label={t('core:progress.checkingRecord')}
            done={progress?.done}
            total={progress?.total ?? undefined}
            onCancel={checking.cancel}
          />
        )}
        {failure && fieldError === undefined && <InlineError>{failure.message}</InlineError>}
        {checking.result && !checking.isRunning && <Verdict verdict={checking.result} />}
      </div>
    </Card>
  )
}
