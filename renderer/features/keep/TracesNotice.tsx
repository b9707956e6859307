import { useTranslation } from 'react-i18next'
import { contract } from '../../../shared/contract/index.ts'
import { client } from '../../api.ts'
import { useMay } from '../../shell/session.ts'
import { Button } from '../../ui/Button.tsx'
import { InlineError } from '../../ui/InlineError.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useJob } from '../../useJob.ts'

/** An erasure whose traces may still lie in the file, and the way to finish it. */
export function TracesNotice() {
  const { t } = useTranslation('keep')
  const mayErase = useMay('administrator')
  const finish = useJob(client.keep.clearErased, contract.keep.clearErased['~orpc'].meta.changes)
  return (
    <>
      <Notice
        kind="warning"
        action={
          mayErase && (
            <Button isSmall isPending={finish.isRunning} onPress={() => finish.run({})}>
              {t('traces.finish')}
            </Button>
          )
        }
      >
        {t('traces.left')}
      </Notice>
      {finish.failure && <InlineError>{finish.failure.message}</InlineError>}
    </>
  )
}
